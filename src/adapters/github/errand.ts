// What a request to GitHub is for and where it goes, so that its failure can be told.

/** What a request is for. */
export interface Errand {
  /** Completes "could not …". */
  readonly doing: string
  /** The permission that this needs, as a line of a workflow: `contents: write`. */
  readonly needs: string
}

/** Where the requests go, to name settings, and the token, which must never be repeated. */
export interface Whereabouts {
  readonly serverUrl: string
  readonly apiUrl: string
  readonly owner: string
  readonly repo: string
  readonly token: string
}

/** The permission to change workflows, which only tokens of GitHub Apps and people can have. */
export const workflowsNeeded = 'workflows: write'
