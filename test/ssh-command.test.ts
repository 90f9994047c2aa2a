import { sshCommand, sshPortsCommand } from "../src/ssh-command";

const destination = { adminUsername: "adminuser", host: "203.0.113.10", port: 50000, identityFile: undefined };

describe("the SSH command", () => {
  it("leaves the choice of the key to ssh where none is known", () => {
    expect(sshCommand(destination)).toBe("ssh -p 50000 adminuser@203.0.113.10");
  });

  it.each([
    ["~/.ssh/id_ed25519", "~/.ssh/id_ed25519"],
    ["local/.region/ssh/id_ed25519", "local/.region/ssh/id_ed25519"],
    ["~/my keys/$(id)'s", "~/my\\ keys/\\$\\(id\\)\\'s"],
    ["~/schlüssel/é", "~/schlüssel/é"],
  ])("names the key in %s so that a shell takes it as one word", (identityFile, word) => {
    expect(sshCommand({ ...destination, identityFile })).toBe(`ssh -p 50000 -i ${word} adminuser@203.0.113.10`);
  });
});

describe("the command that lists the ports", () => {
  it("is one of Azure's CLI, with names that a shell takes as one word each", () => {
    expect(sshPortsCommand("shop-(test)", "shop-scale-set")).toBe(
      "az vmss list-instance-connection-info --resource-group shop-\\(test\\) --name shop-scale-set --output table",
    );
  });
});
