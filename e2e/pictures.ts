import { createCanvas } from '@napi-rs/canvas';

/** A picture that follows from its class and number: a disc on a ground, each of a colour and place of its own. */
export function drawPicture(classNumber: number, number: number, side = 96): Buffer {
  const canvas = createCanvas(side, Math.round(side * 0.75));
  const context = canvas.getContext('2d');
  // The golden angle keeps the hues of neighbours apart.
  context.fillStyle = `hsl(${(classNumber * 120 + number * 3) % 360} 60% 45%)`;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = `hsl(${(number * 137.5) % 360} 80% 70%)`;
  const [x, y] = [((number * 53) % 70) + 10, ((number * 31) % 50) + 10];
  context.beginPath();
  if (classNumber % 2 === 0) context.arc(x, y, 8 + (number % 9), 0, 2 * Math.PI);
  else context.rect(x - 8, y - 8, 12 + (number % 14), 12 + (number % 7));
  context.fill();
  return canvas.toBuffer('image/jpeg', 92);
}
