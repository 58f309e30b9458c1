/**
 * kit: how Goldseam looks, and how it says things.
 *
 * It promises: native elements that a keyboard, a thumb and a screen reader all can use; words in any language through one typed function; light and
 * dark with measured contrast; a sheet to write on where what was typed is what is kept; and the way out always in the same place, never covered.
 *
 * It never: holds a sentence in its code, reads the clock, stores or sends anything, plays a sound, moves without a reason, asks a stranger's server
 * for a font, or shows people's words as anything but text.
 *
 * Start with `frame.tsx` (a page), then `words.ts` (how a key becomes a sentence), then `editor.tsx` with docs/adr/0002.
 * The look is in `css/tokens.css`; `css/kit.css` lists the other sheets.
 */
import "./css/kit.css"

export { createSay } from "./words.ts"
export type { Catalogue, Entry, Plural, Say, Values } from "./words.ts"
export { WordsProvider, useLocale, useSay } from "./words-provider.tsx"
export type { Direction, WordsProviderProps } from "./words-provider.tsx"
export { en as kitWords } from "./words/en.ts"
export { Actions, Button } from "./button.tsx"
export type { ButtonProps } from "./button.tsx"
export { Form } from "./form.tsx"
export type { FormProps } from "./form.tsx"
export { FileField } from "./file-field.tsx"
export type { FileFieldProps } from "./file-field.tsx"
export { Field } from "./field.tsx"
export type { FieldProps } from "./field.tsx"
export { Check, Choice } from "./choice.tsx"
export type { CheckProps, ChoiceOption, ChoiceProps } from "./choice.tsx"
export { DateTime } from "./date-time.tsx"
export type { DateTimeProps } from "./date-time.tsx"
export { Heading, Lead, Own, Text } from "./text.tsx"
export { useFocusOnHeading } from "./heading-focus.ts"
export type { HeadingProps, TextProps } from "./text.tsx"
export { Band, Rule, Sheet } from "./sheet.tsx"
export { Paper } from "./paper.tsx"
export { ListPlaces, listPiece, LongList } from "./long-list.tsx"
export type { LongListProps, Stretch } from "./long-list.tsx"
export { Card } from "./card.tsx"
export type { CardProps } from "./card.tsx"
export { Dialog } from "./dialog.tsx"
export type { DialogProps } from "./dialog.tsx"
export { Parts } from "./parts.tsx"
export type { Part, PartsProps, PartsWords } from "./parts.tsx"
export { Where } from "./where.tsx"
export type { WherePlace } from "./where.tsx"
export { Status, announce } from "./status.tsx"
export { Bowl } from "./bowl.tsx"
export type { BowlProps } from "./bowl.tsx"
export { Frame } from "./frame.tsx"
export type { FrameProps, NavPlace } from "./frame.tsx"
export { ExitButton } from "./exit-button.tsx"
export type { ExitButtonProps } from "./exit-button.tsx"
export { TwentyMarks } from "./twenty-marks.tsx"
export type { Ending, TwentyMarksProps } from "./twenty-marks.tsx"
export { Editor } from "./editor.tsx"
export type { EditorProps } from "./editor.tsx"
export type { Mark } from "./marks.ts"
export { goToMark } from "./mark-bell.ts"
export { Notes } from "./notes.tsx"
export type { Note, NotesProps } from "./notes.tsx"
export { Writing } from "./writing.tsx"
export type { WritingProps } from "./writing.tsx"
