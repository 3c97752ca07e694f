import { askPick } from './quick-input';

/**
 * Asks whether a command may save the user's unsaved changes.
 * @param title of the question, such as “Adopt a candidate”
 * @param doing the command as the subject of a sentence: “Adopting a candidate”
 * @param verb what it does besides saving
 */
export async function agreesToSave(title: string, doing: string, verb: string): Promise<boolean> {
  const picked = await askPick({
    title,
    placeholder: `The file has unsaved changes. ${doing} saves it.`,
    items: [{ label: `$(save) Save the file and ${verb}` }],
  });
  return picked?.kind === 'value';
}
