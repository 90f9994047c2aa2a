import type { Properties } from "../../../properties/value";
import { scaledSetId } from "./autoscale-setting";
import { actionGroupId } from "./metric-alert";

/** The tier's alert on repairs that are suspended. */
export function activityLogAlert(): Properties {
  return {
    resourceGroupName: "web",
    activityLogAlertName: "web-repairs",
    location: "global",
    scopes: [scaledSetId],
    enabled: true,
    condition: {
      allOf: [
        { field: "category", equals: "Administrative" },
        { field: "operationName", equals: "Microsoft.Compute/virtualMachineScaleSets/setOrchestrationServiceState/action" },
      ],
    },
    actions: { actionGroups: [{ actionGroupId }] },
  };
}
