import type { View } from "../../../../../azure/properties/view";
import { shownLine } from "../../../foundation/escape";
import type { RegionContext } from "../../../context";
import { armParts, commonAlertPayload, type CustomProperties, metricAlertPayload, scaleDetails, scalePayload } from "./payloads";
import type { SmtpServer } from "./mail";
import type { AlertNotice, ScaleNotice } from "./notice";
import { shownAddress, type Webhooks } from "./webhook";

/** Tells people and programs of alerts and scale actions, as declared. It never throws: what cannot be delivered is an event. */
export class Notifier {
  /** @param mailServer Absent where mail is to go into the event log. */
  constructor(
    private readonly region: RegionContext,
    private readonly webhooks: Webhooks,
    private readonly mailServer?: SmtpServer,
  ) {}

  /** Notifies the receivers of an action group. @returns When all are notified, or given up. */
  async alert(group: View, notice: AlertNotice, custom: CustomProperties | undefined): Promise<void> {
    const subject = notice.rule.name;
    if (group.flag("enabled") === false) {
      return;
    }
    this.nameOthers(group, subject);
    await Promise.all([
      ...group.list("webhookReceivers").map((receiver) => {
        const payload = receiver.flag("useCommonAlertSchema") ? commonAlertPayload : metricAlertPayload;
        return this.post(subject, receiver, payload(notice, custom));
      }),
      ...group
        .list("emailReceivers")
        .map((receiver) =>
          this.mail(subject, receiver.at("emailAddress"), receiver.text("name") ?? "", alertTitle(notice), alertText(notice)),
        ),
    ]);
  }

  /** Notifies those that an autoscale setting names in `notifications`. @returns When all are notified, or given up. */
  async scaled(setting: View, notice: ScaleNotice): Promise<void> {
    const subject = armParts(notice.settingId).resourceName;
    await Promise.all(
      setting
        .list("notifications")
        .flatMap((notification) => [
          ...notification
            .list("webhooks")
            .map((webhook) => this.post(subject, webhook, scalePayload(notice, textsOf(webhook.at("properties"))))),
          ...notification
            .list("email.customEmails")
            .map((address) =>
              this.mail(
                subject,
                address,
                address.property,
                `Azure: ${scaleDetails(notice)}`,
                JSON.stringify(scalePayload(notice, {}), undefined, 2),
              ),
            ),
        ]),
    );
  }

  private async post(subject: string, receiver: View, payload: object): Promise<void> {
    const address = receiver.text("serviceUri") ?? "";
    const shown = `webhook ${receiver.text("name") ?? ""} at ${shownAddress(address)}`.replace("  ", " ");
    if (receiver.flag("useAadAuth")) {
      this.region.events.add(subject, `${shown} is not called: the region has no Microsoft Entra ID to authenticate with`);
      return;
    }
    const failure = await this.webhooks.post(address, payload);
    this.region.events.add(subject, failure === undefined ? `${shown} was called` : `${shown} could not be called: ${failure}`);
  }

  /** @param shown What stands for the address in the log: that may be a secret. */
  private async mail(subject: string, address: View, shown: string, title: string, text: string): Promise<void> {
    const { events } = this.region;
    const to = address.text();
    if (to === undefined) {
      return;
    }
    if (!this.mailServer) {
      events.add(subject, `e-mail to ${shown}: ${title} (no mail server is set; LOCAL_REGION_SMTP=smtp://host:port would send it)`);
      return;
    }
    try {
      await this.mailServer.send({ to, subject: title, text });
      events.add(subject, `e-mail to ${shown} was sent: ${title}`);
    } catch (error) {
      const { code = "the mail server did not take it" } = error as NodeJS.ErrnoException;
      events.add(subject, `e-mail to ${shown} could not be sent: ${code}`);
    }
  }

  /** Receivers of other kinds, such as text messages, have nobody behind them here. */
  private nameOthers(group: View, subject: string): void {
    const others = group
      .entries()
      .filter(
        ([name, place]) => name.endsWith("Receivers") && !["webhookReceivers", "emailReceivers"].includes(name) && place.list().length > 0,
      );
    for (const [name] of others) {
      this.region.events.add(subject, `${name} are not notified: the region has webhooks and e-mail only`);
    }
  }
}

function alertTitle({ condition, rule, targetId }: AlertNotice): string {
  return `${condition}: Sev${rule.severity} Azure Monitor alert ${rule.name} on ${armParts(targetId).resourceName}`;
}

function alertText(notice: AlertNotice): string {
  const { rule, targetId, dimensions, reason, firedAt, resolvedAt } = notice;
  return [
    alertTitle(notice),
    rule.description,
    "",
    `Resource: ${targetId}`,
    ...Object.entries(dimensions).map(([name, value]) => `${name}: ${value}`),
    `Condition: ${reason}`,
    `Fired: ${firedAt.toISOString()}`,
    ...(resolvedAt ? [`Resolved: ${resolvedAt.toISOString()}`] : []),
    "",
    "Sent by a local region, not by Azure.",
  ]
    .map(shownLine)
    .join("\n");
}

function textsOf(place: View): Record<string, string> {
  return Object.fromEntries(place.entries().flatMap(([name, value]) => (value.text() === undefined ? [] : [[name, value.text() ?? ""]])));
}
