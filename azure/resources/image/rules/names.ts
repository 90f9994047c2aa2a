import type { Naming } from "../../../facts/names";

/** Source of both: https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images. */
export const galleryNames: Naming = {
  allowed: "1 to 80 letters, digits, underscores and periods, beginning and ending with a letter or digit; no hyphens",
  fits: (name) => /^[a-z0-9]([\w.]{0,78}[a-z0-9])?$/i.test(name),
};

export const galleryImageNames: Naming = {
  allowed: "1 to 80 letters, digits, underscores, hyphens and periods, beginning and ending with a letter or digit",
  fits: (name) => /^[a-z0-9]([\w.-]{0,78}[a-z0-9])?$/i.test(name),
};

/** Image templates, and the names of what they put out. */
export const templateNames: Naming = {
  allowed: "1 to 64 letters, digits, underscores, hyphens and periods",
  fits: (name) => /^[\w.-]{1,64}$/.test(name),
};
