export const sources = {
  nothing: 'Nothing was given to import. Name a folder with a dataset.',
  mixed: 'Folders and single files were given together: {$paths}. Import one at a time.',
  severalFolders: 'The files of a dataset lie in one folder, but these in {$count}: {$folders}. Import one at a time.',
  sameName: 'Two of what was given are called "{$name}". Give them different names: each is one class.',
  neither: 'It is neither a file nor a folder, or a link to nothing.',
  linkInCircle: 'It is a link to a folder that holds it.',
  expandsTooFar:
    '{$archive} expands to more than {$ratio} times its size, as pictures never do. Nothing of it was kept. Unpack it yourself if you trust it, and import the folder.',
  noRoomToUnpack:
    'The disk that holds {$folder} is too full to unpack {$archive}. Make room, or choose another data folder.',
  link: 'It is a link, which is not followed in archives.',
  sameFolder:
    'Several folders lie here whose names read alike, though they are composed or encoded in other ways. Their pictures are taken together.',
  tooDeep: 'Its folders are nested more than {$limit} deep.',
  leadsOut: 'Its name leads out of the archive.',
  encrypted: 'It is encrypted. Unpack the archive, and import the folder.',
  unknownMethod:
    'It is compressed by a method ({$method}) that is not understood. Unpack the archive, and import the folder.',
  archiveCutOff: '{$path} is cut off: the end of the archive is missing. Copy it from its source again.',
  badTar: '{$path} is damaged: it cannot be read as a tar archive ({$reason}). Copy it from its source again.',
  badZip:
    '{$path} is damaged or cut off: it cannot be read as a zip archive ({$reason}). Copy it from its source again.',
  badPacked:
    '{$path} is damaged or cut off: it cannot be read as {$kind} ({$reason}). Copy it from its source again, or unpack it yourself and import the folder.',
  packedFile: '{$path} is a single file packed as {$kind}. Unpack it, and import the folder that it belongs to.',
  encryptedArchive: '{$path} is encrypted. Unpack it, and import the folder.',
  overlapping:
    '{$path} is damaged or made to do harm: its files claim {$packed} bytes of an archive of {$size}. Nothing of it was kept.',
  guessedEncoding:
    'The names or the text of {$place} are not in UTF-8, and were taken for {$encoding}: "{$sample}". Choose another encoding (--encoding) if they read wrongly.',
  readAs: 'The names or the text of {$place} were read as {$encoding}: "{$sample}".',
  otherEncoding:
    'The text of {$place} is not all in {$encoding}: "{$sample}". Choose another encoding (--encoding), or none, and it is guessed.',
  tooManyEntries:
    '{$place} holds more than {$limit :integer} files and folders, which is more than can be looked through. Nothing of it was kept. Import a part of it.',
  nameTooLong: 'Its name is longer than any disk takes, and it was skipped.',
  otherArchive:
    '{$path} is packed as {$kind}, which is not read. Unpack it and import the folder, or pack it as zip or tar.gz.',
  nestedTooDeep:
    '{$path} is an archive that lies more than {$limit} deep in other archives. Unpack it, and import the folder.',
  entryCutOff: '{$name} is cut off or damaged in the archive. Copy the archive again.',
  entryDamaged: '{$name} is damaged in the archive: it cannot be unpacked.',
} as const;
