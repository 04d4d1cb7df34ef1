import type { WrittenCall } from './request-forms';

export const SNIPPET_LANGUAGES = ['typescript', 'python', 'go'] as const;
export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number];
export const SNIPPET_NAMES: Record<SnippetLanguage, string> = {
  typescript: 'TypeScript',
  python: 'Python',
  go: 'Go',
};

/**
 * A program that makes the call with the vendor's core SDK, which takes any action by its name: the very parameters of the
 * wire, so that nothing can be misnamed. Keys come from the environment.
 */
export function snippet(language: SnippetLanguage, call: WrittenCall): string {
  return WRITERS[language](call);
}

const WRITERS: Record<SnippetLanguage, (call: WrittenCall) => string> = {
  typescript: ({ host, version, action, params }) => `import { RPCClient } from "@alicloud/pop-core";

const client = new RPCClient({
  accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID!,
  accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET!,
  endpoint: ${quoted(`https://${host}`)},
  apiVersion: ${quoted(version)},
});

const answer = await client.request(
  ${quoted(action)},
  {
${lines(params, (name, value) => `    ${quoted(name)}: ${quoted(value)},`)}
  },
  { method: "POST" },
);
console.log(answer);
`,
  python: ({ host, version, action, regionId, params }) => `import os

from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.request import CommonRequest

client = AcsClient(
    os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"],
    os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
    ${quoted(regionId)},
)

request = CommonRequest(domain=${quoted(host)}, version=${quoted(version)}, action_name=${quoted(action)})
request.set_protocol_type("https")
request.set_method("POST")
request.set_accept_format("json")
${lines(params, (name, value) => `request.add_body_params(${quoted(name)}, ${quoted(value)})`)}

print(client.do_action_with_exception(request).decode())
`,
  go: ({ host, version, action, regionId, params }) => `package main

import (
	"fmt"
	"log"
	"os"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
)

func main() {
	client, err := sdk.NewClientWithAccessKey(
		${quoted(regionId)},
		os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"),
		os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
	)
	if err != nil {
		log.Fatal(err)
	}

	request := requests.NewCommonRequest()
	request.Method = "POST"
	request.Scheme = "https"
	request.Domain = ${quoted(host)}
	request.Version = ${quoted(version)}
	request.ApiName = ${quoted(action)}
${lines(params, (name, value) => `	request.FormParams[${quoted(name)}] = ${quoted(value)}`)}

	response, err := client.ProcessCommonRequest(request)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.GetHttpContentString())
}
`,
};

function lines(params: WrittenCall['params'], line: (name: string, value: string) => string): string {
  return Object.entries(params)
    .map(([name, value]) => line(name, value))
    .join('\n');
}

/** A text in double quotes, as JSON writes it; TypeScript, Python and Go all read that, once no character is left unescaped. */
function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed()).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
