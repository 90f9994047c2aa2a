"use strict";

const http = require("node:http");

/** Where Azure's instance metadata service is, for every machine. Tests put a server of their own in its place. */
const address = process.env.INSTANCE_METADATA_ADDRESS || "169.254.169.254";

/**
 * What a machine asks of Azure's instance metadata service, which answers only with the header `Metadata: true`.
 * Source: https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service
 *
 * @param {string} path with the query, such as `/metadata/instance/compute?api-version=2021-08-01`
 * @param {object} options
 * @param {number} options.timeoutInSeconds how long the answer may take
 * @param {unknown} [options.body] posted as JSON; without it the request is a GET
 * @returns {Promise<string>} the answer's text; rejected when the service is not there or answers with anything but 200
 */
function askInstanceMetadata(path, { timeoutInSeconds, body }) {
  return new Promise((resolve, reject) => {
    const options = {
      method: body === undefined ? "GET" : "POST",
      headers: { Metadata: "true", ...(body !== undefined && { "Content-Type": "application/json" }) },
      agent: false,
      signal: AbortSignal.timeout(timeoutInSeconds * 1000),
    };
    const request = http.request(`http://${address}${path}`, options, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (piece) => (text += piece));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`the instance metadata service answered ${response.statusCode}: ${text.slice(0, 200)}`));
      });
    });
    request.on("error", reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

module.exports = { askInstanceMetadata };
