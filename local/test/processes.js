/**
 * The tests of scripts and programs that run as processes of their own, of long simulations, and of thousands of answers. They need
 * neither engine nor machines, but time, so `make check` is without them. Files and folders, below the checkout.
 */
module.exports = [
  "local/test/console/",
  "local/test/daemon/",
  "local/test/engine-install.test.ts",
  "local/test/foundation/unexpected-errors.test.ts",
  "local/test/foundation/whole-file.test.ts",
  "local/test/image/",
  "local/test/loop/control.test.ts",
  "local/test/loop/silence.test.ts",
  "local/test/podman/edge/haproxy-master.test.ts",
  "local/test/podman/machines/guest-answers.test.ts",
  "local/test/podman/machines/podman.test.ts",
  "local/test/parts.test.ts",
  "local/test/requirements.test.ts",
  "local/test/simulate/",
  "local/test/store/lock.test.ts",
];
