export const runLabels = { add: 'Add tags or a note', change: 'Change tags and note' };
