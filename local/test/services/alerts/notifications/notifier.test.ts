import { SmtpServer, smtpServerFrom } from "../../../../region/services/alerts/notifications/mail";
import { Notifier } from "../../../../region/services/alerts/notifications/notifier";
import type { AlertNotice } from "../../../../region/services/alerts/notifications/notice";
import { Webhooks } from "../../../../region/services/alerts/notifications/webhook";
import type { Properties } from "../../../../../azure/properties/value";
import { viewOf } from "../../../../../azure/properties/view";
import { regionContext } from "../../../support/region-context";
import { MailReceiver, WebhookReceiver } from "./receivers";
import { proves } from "../../../support/proves";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const targetId = `${subscription}/resourceGroups/web/providers/Microsoft.Compute/virtualMachineScaleSets/web`;
const settingId = `${subscription}/resourceGroups/web/providers/Microsoft.Insights/autoscaleSettings/web-scale`;

const fired: AlertNotice = {
  condition: "Fired",
  alertId: "7c1d",
  rule: {
    id: `${subscription}/resourceGroups/web/providers/Microsoft.Insights/metricAlerts/cpu-alert`,
    name: "cpu-alert",
    description: "The instances are busy.",
    severity: 3,
    windowSize: "PT5M",
    conditionType: "SingleResourceMultipleMetricCriteria",
    criteria: [
      { name: "cpu", metricName: "Percentage CPU", operator: "GreaterThan", threshold: 80, timeAggregation: "Average", dimensions: [] },
    ],
  },
  targetId,
  dimensions: { VMName: "web_0" },
  values: [91.5],
  reason: "Average of Percentage CPU is 91.5 (condition: > 80)",
  firedAt: new Date(600_000),
  windowStart: new Date(300_000),
  windowEnd: new Date(600_000),
};
const resolved: AlertNotice = { ...fired, condition: "Resolved", resolvedAt: new Date(900_000) };

const running = new AbortController().signal;
const events: string[] = [];
const region = regionContext({ events: { add: (subject, message) => void events.push(`${subject}: ${message}`) } });
let receiver: WebhookReceiver;
let mail: MailReceiver;
let address: string;

beforeEach(async () => {
  events.length = 0;
  [receiver, mail] = [new WebhookReceiver(), new MailReceiver()];
  address = await receiver.listen();
});
afterEach(() => receiver.close());

async function notify(group: Properties, notice: AlertNotice, custom?: Record<string, string>, mailServer?: SmtpServer) {
  const notifier = new Notifier(region, new Webhooks(running, []), mailServer);
  await notifier.alert(viewOf(group), notice, custom);
  return receiver.calls.map(({ body }) => body);
}

function webhook(settings: Properties = {}): Properties {
  return { enabled: true, webhookReceivers: [{ name: "chat", serviceUri: `http://${address}/hook/secret?code=secret`, ...settings }] };
}

describe("the notifier", () => {
  it("A receiver with useCommonAlertSchema gets the common alert schema", async () => {
    proves("notification-common-schema");
    const [payload] = await notify(webhook({ useCommonAlertSchema: true }), resolved, { team: "web" });
    expect(payload).toMatchObject({
      schemaId: "azureMonitorCommonAlertSchema",
      data: {
        essentials: {
          alertId: `${subscription}/providers/Microsoft.AlertsManagement/alerts/7c1d`,
          alertRule: "cpu-alert",
          severity: "Sev3",
          signalType: "Metric",
          monitorCondition: "Resolved",
          monitoringService: "Platform",
          alertTargetIDs: [targetId.toLowerCase()],
          configurationItems: ["web"],
          firedDateTime: "1970-01-01T00:10:00.000Z",
          resolvedDateTime: "1970-01-01T00:15:00.000Z",
          essentialsVersion: "1.0",
          alertContextVersion: "1.0",
        },
        alertContext: {
          properties: { team: "web" },
          conditionType: "SingleResourceMultipleMetricCriteria",
          condition: {
            windowSize: "PT5M",
            allOf: [
              {
                metricName: "Percentage CPU",
                operator: "GreaterThan",
                threshold: "80",
                timeAggregation: "Average",
                dimensions: [{ name: "VMName", value: "web_0" }],
                metricValue: 91.5,
              },
            ],
            windowStartTime: "1970-01-01T00:05:00.000Z",
            windowEndTime: "1970-01-01T00:10:00.000Z",
          },
        },
        customProperties: { team: "web" },
      },
    });
  });

  it("A receiver without useCommonAlertSchema gets the schema of metric alerts", async () => {
    proves("notification-metric-schema");
    const [activated] = await notify(webhook(), fired);
    expect(activated).toMatchObject({
      schemaId: "AzureMonitorMetricAlert",
      data: {
        version: "2.0",
        status: "Activated",
        context: {
          timestamp: "1970-01-01T00:10:00.000Z",
          name: "cpu-alert",
          severity: "3",
          resourceGroupName: "web",
          resourceName: "web",
          resourceType: "Microsoft.Compute/virtualMachineScaleSets",
          resourceId: targetId,
        },
      },
    });
    expect((await notify(webhook(), resolved))[1]).toMatchObject({ data: { status: "Deactivated" } });
  });

  it("A scale action is posted to the webhooks of the autoscale setting with the old and the new capacity", async () => {
    proves("notification-scale");
    const notifications = [
      {
        operation: "Scale",
        email: { customEmails: ["operations@example.com"] },
        webhooks: [{ serviceUri: `http://${address}/scale`, properties: { team: "web" } }],
      },
    ];
    const notifier = new Notifier(region, new Webhooks(running, []));
    const notice = { settingId, targetId, targetLocation: "westeurope", at: new Date(0) };
    await notifier.scaled(viewOf({ notifications }), { ...notice, oldCapacity: 2, newCapacity: 3 });
    await notifier.scaled(viewOf({ notifications }), { ...notice, oldCapacity: 3, newCapacity: 2 });
    expect(receiver.calls.map(({ body }) => body)).toMatchObject([
      {
        version: "1.0",
        status: "Activated",
        operation: "Scale Out",
        context: { id: settingId, name: "web-scale", resourceName: "web", resourceId: targetId, oldCapacity: "2", newCapacity: "3" },
        properties: { team: "web" },
      },
      { operation: "Scale In", context: { oldCapacity: "3", newCapacity: "2" } },
    ]);
    expect(events.filter((event) => event.includes("e-mail"))).toHaveLength(2);
  });

  it("sends e-mail to one address, with headers of its own alone, whatever alert and receiver are called", async () => {
    const emailReceivers = [{ name: "operations", emailAddress: "operations@example.com, other@example.com" }];
    const notice = { ...fired, rule: { ...fired.rule, name: "CPU\r\nBcc: third@example.com", description: "high\r\nFired: never" } };
    await notify({ enabled: true, emailReceivers }, notice, undefined, smtpServerFrom({ LOCAL_REGION_SMTP: await mail.listen() }));
    const sent = mail.mails.flatMap(({ to }) => to);
    expect(sent.filter((address) => /^(other|third|operations)@example\.com$/.test(address))).toEqual([]);
    expect(mail.mails.map(({ text }) => text).join("")).not.toMatch(/^(Bcc|Fired: never)/m);
    await mail.close();
  });

  it("sends e-mail to the server that is set", async () => {
    const group = { enabled: true, emailReceivers: [{ name: "operations", emailAddress: "operations@example.com" }] };
    await notify(group, fired, undefined, smtpServerFrom({ LOCAL_REGION_SMTP: await mail.listen() }));
    expect(mail.mails).toHaveLength(1);
    expect(mail.mails[0].to).toEqual(["operations@example.com"]);
    expect(mail.mails[0].text).toContain("Subject: Fired: Sev3 Azure Monitor alert cpu-alert on web");
    expect(mail.mails[0].text).toContain("Average of Percentage CPU is 91.5");
    await mail.close();
  });

  it("puts e-mail into the event log where no server is set, and says how to set one", async () => {
    await notify({ enabled: true, emailReceivers: [{ name: "operations", emailAddress: "operations@example.com" }] }, fired);
    expect(events).toEqual([
      "cpu-alert: e-mail to operations: Fired: Sev3 Azure Monitor alert cpu-alert on web (no mail server is set; LOCAL_REGION_SMTP=smtp://host:port would send it)",
    ]);
    expect(smtpServerFrom({})).toBeUndefined();
  });

  it("refuses a mail server's address that is none, without showing it", () => {
    expect(() => smtpServerFrom({ LOCAL_REGION_SMTP: "http://me:secret@example.com" })).toThrow(/^LOCAL_REGION_SMTP is not (?!.*secret)/);
  });

  it("logs what could not be delivered, without a secret of an address", async () => {
    await mail
      .listen()
      .then((url) => mail.close().then(() => url))
      .then((url) =>
        notify(
          { ...webhook(), emailReceivers: [{ name: "operations", emailAddress: "secret@example.com" }] },
          fired,
          undefined,
          new SmtpServer(url.replace("smtp://", "smtp://me:secret@")),
        ),
      );
    expect(events.join("\n")).toContain("e-mail to operations could not be sent");
    expect(events.join("\n")).toContain(`webhook chat at http://${address} was called`);
    expect(events.join("\n")).not.toContain("secret");
  });

  it("tells nobody of a group that is disabled, and names receivers of kinds that the region does not have", async () => {
    expect(await notify({ ...webhook(), enabled: false }, fired)).toEqual([]);
    await notify({ enabled: true, smsReceivers: [{ name: "me" }], voiceReceivers: [] }, fired);
    expect(events).toEqual(["cpu-alert: smsReceivers are not notified: the region has webhooks and e-mail only"]);
  });
});
