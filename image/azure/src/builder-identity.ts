import * as authorization from "@pulumi/azure-native/authorization";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";

export interface BuilderIdentityArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** Id of the resource group, the only place where the identity may do anything. */
  readonly resourceGroupId: pulumi.Input<string>;
  /** Is deleted together with all that is in it. */
  readonly resourceGroup: pulumi.Resource;
}

/**
 * What Image Builder does to a gallery and to the images on the way there, and nothing else: the list of
 * https://learn.microsoft.com/azure/virtual-machines/linux/image-builder-permissions-cli#allow-vm-image-builder-to-distribute-images.
 */
const actions = [
  "Microsoft.Compute/galleries/read",
  "Microsoft.Compute/galleries/images/read",
  "Microsoft.Compute/galleries/images/versions/read",
  "Microsoft.Compute/galleries/images/versions/write",
  "Microsoft.Compute/images/read",
  "Microsoft.Compute/images/write",
  "Microsoft.Compute/images/delete",
];

/**
 * The identity that VM Image Builder works as, with a role of its own in one resource group. The machine on which the image is made does
 * not get it. The name of a role is unique in the whole directory, so this one has that of the resource group in it.
 */
export class BuilderIdentity extends pulumi.ComponentResource {
  readonly id: pulumi.Output<string>;

  constructor(name: string, args: BuilderIdentityArgs, options?: pulumi.ComponentResourceOptions) {
    super("web-tier:index:BuilderIdentity", name, {}, options);
    const { resourceGroupName, resourceGroupId, resourceGroup } = args;

    const identity = new managedidentity.UserAssignedIdentity(
      `${name}-identity`,
      { resourceGroupName },
      { parent: this, deletedWith: resourceGroup },
    );
    const role = new authorization.RoleDefinition(
      `${name}-role`,
      {
        scope: resourceGroupId,
        roleName: pulumi.interpolate`Image builder of ${resourceGroupName}`,
        description: "Puts images that VM Image Builder has made into the gallery of the resource group.",
        roleType: "CustomRole",
        assignableScopes: [resourceGroupId],
        permissions: [{ actions }],
      },
      { parent: this },
    );
    new authorization.RoleAssignment(
      `${name}-role-assignment`,
      {
        scope: resourceGroupId,
        roleDefinitionId: role.id,
        principalId: identity.principalId,
        // Without it Azure looks a new identity up in its directory, where it may not have arrived yet.
        principalType: "ServicePrincipal",
      },
      { parent: this },
    );
    this.id = identity.id;
    this.registerOutputs({ id: this.id });
  }
}
