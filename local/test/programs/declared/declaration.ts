/**
 * What a declared property holds: a plain value in which `${name.output}` stands for an output of a resource declared before, and
 * `{ $secret: … }` for a secret.
 */
export type Template = string | number | boolean | null | Template[] | { [name: string]: Template };

/** One resource of the program, or one of its providers (`pulumi:providers:azure-native`). */
export interface Declaration {
  /** The name in the program. */
  readonly name: string;
  readonly type: string;
  readonly properties?: { readonly [name: string]: Template };
  readonly options?: {
    readonly ignoreChanges?: string[];
    readonly replaceOnChanges?: string[];
    readonly deleteBeforeReplace?: boolean;
    readonly retainOnDelete?: boolean;
    /** The id of a resource that exists already. */
    readonly import?: string;
    /** The name of a declared provider. */
    readonly provider?: string;
    /** The names of resources that must be there before. */
    readonly after?: string[];
  };
}

/** The whole program: its resources in the order of their registration. */
export type Declarations = readonly Declaration[];
