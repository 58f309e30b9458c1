import type { VNode } from "preact"

export interface PaperLine {
  readonly text: string
  /** Read sign by sign, so set larger and evenly spaced. */
  readonly exact?: boolean
}

/** What may go to paper: nothing else on the page is printed, and without it nothing is. */
export function Paper(props: { readonly title: string; readonly lines: readonly PaperLine[] }): VNode {
  return (
    <section class="kit-paper" aria-label={props.title}>
      <p class="kit-paper-title">{props.title}</p>
      {props.lines.map(({ text, exact }) => (
        <p key={text} class={exact === true ? "kit-paper-exact" : "kit-paper-line"} dir="auto">
          {text}
        </p>
      ))}
    </section>
  )
}
