import type { Behaviour } from "../../../../azure/fidelity/behaviour";

const cloudInitOnAzure = "https://github.com/canonical/cloud-init/blob/22.4.2/cloudinit/sources/DataSourceAzure.py";
const customDataPage = "https://learn.microsoft.com/azure/virtual-machines/custom-data";
const cloudInitPage = "https://learn.microsoft.com/azure/virtual-machines/linux/using-cloud-init";

export const machineBehaviours: Behaviour[] = [
  {
    id: "machine-custom-data",
    title: "Custom data wins over user data, unless it is empty",
    grade: "source",
    source: cloudInitOnAzure,
  },
  {
    id: "machine-user-data",
    title: "Data is handed on byte for byte, and cloud-init makes of it what it makes of it on Azure",
    grade: "documented",
    source: cloudInitPage,
    note: "cloud-init itself runs it. A machine is a container: what changes its host name, its clock, its disks or its kernel has no effect.",
  },
  {
    id: "machine-admin-user",
    title: "The admin user is cloud-init's default user, without a password and with sudo",
    grade: "source",
    source: cloudInitOnAzure,
    note: "So user data that lists users of its own keeps the admin user by listing default. Admin passwords are not set: there is SSH with keys alone.",
  },
  {
    id: "machine-addresses",
    title: "The first four addresses of a subnet and the last are not given to machines",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq",
    note: "That the lowest free address is taken is assumed.",
  },
  {
    id: "machine-restart",
    title: "A machine that was killed boots again when it is started, and does not run user data again",
    grade: "documented",
    source: customDataPage,
  },
  {
    id: "machine-boot-timeout",
    title: "A machine that takes too long to boot is failed",
    grade: "documented",
    source: customDataPage,
    note: "Azure gives it 40 minutes, and the error OSProvisioningTimedOut; here it is 5 minutes. Azure does not wait for user data, the region does: user data that fails or hangs fails the machine.",
  },
];
