import { thisComputer } from "../../../../region/foundation/computer";
import type { MachineSpecification } from "../../../../region/podman/machines/machine-options";
import type { GuestBehaviour } from "../../../simulation/guest-behaviour";
import { addressPrefix, encode, image, TestRegion } from "../region";
import { expectedAnswers } from "./expected-answers";
import { applicationPort, type Stage, wordsFor } from "./player";
import { play, sceneNames } from "./scenes";
import { Transcript } from "./transcript";

const prefixes = { subnet: addressPrefix, part: addressPrefix.replace("/24", "/25"), free: addressPrefix.replace("10.231.", "10.230.") };

/** An application that answers with the status in a file, and is started whenever the machine is. */
const userData = `#!/bin/sh
set -e
mkdir /srv/application
echo 200 > /srv/application/status
cat > /srv/application/main.js <<'END'
const status = () => Number(require("fs").readFileSync("/srv/application/status", "utf8"));
require("http").createServer((_, response) => response.writeHead(status()).end()).listen(${applicationPort}, "127.0.0.1");
END
cat > /etc/systemd/system/asked.service <<'END'
[Service]
ExecStart=/usr/bin/node /srv/application/main.js
[Install]
WantedBy=multi-user.target
END
systemctl enable --now asked.service
`;

const ends: Partial<Record<NonNullable<GuestBehaviour["boot"]>, string>> = {
  fails: "exit 3",
  "reboots once": "systemctl reboot; sleep 60",
};

const disturbances = {
  ill: "echo 503 > /srv/application/status",
  silent: "echo 200 > /srv/application/status; systemctl kill --signal=STOP asked.service",
  none: "systemctl kill --signal=CONT asked.service",
};

let region: TestRegion;
let transcript: Transcript;

beforeAll(async () => {
  region = await TestRegion.create((podman) => {
    transcript = new Transcript(podman.region, wordsFor({ prefixes, image }));
    return transcript.recorded(podman);
  });
  await play(stageOf(region), transcript);
});

afterAll(async () => {
  await region?.podman.removeEverything();
  await region?.remove();
});

describe("the real Podman, asked what the simulated one is asked, answers as expected of", () => {
  it.each(sceneNames)("%s", (name) => {
    expect(transcript.of(name)).toEqual(expectedAnswers[name]);
  });
});

function stageOf({ podman, machines, network }: TestRegion): Stage {
  const specifications = new Map<string, MachineSpecification>();
  const specification = (name: string, { boot }: GuestBehaviour = {}) => {
    const script = `${userData}${(boot && ends[boot]) ?? ""}\n`;
    const probePorts = { http: [applicationPort], tcp: [] };
    const known = specifications.get(name) ?? region.specification(name, { userData: encode(script), probePorts });
    specifications.set(name, known);
    return known;
  };
  const disturb: Stage["disturb"] = async (name, application) => {
    await region.shell(name, disturbances[application ?? "none"]);
  };
  return { computer: thisComputer, podman, machines, network, prefixes, image, specification, disturb };
}
