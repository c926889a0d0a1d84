// Calls the official SDK. Each line of the input is a call, and is answered by a line with its outcome.
import { createInterface } from 'node:readline';
import { ScalekitClient } from '@scalekit-sdk/node';

for await (const line of createInterface({ input: process.stdin })) {
	const { environment, method, parameters } = JSON.parse(line);
	console.log(JSON.stringify(await outcome(environment, method, parameters)));
}

// A client keeps the keys that it has read, so that each call has a client of its own.
async function outcome({ url, clientId, clientSecret }, method, parameters) {
	try {
		const client = new ScalekitClient(url, clientId, clientSecret);
		return { result: await client[method](...parameters) };
	}
	catch (error) {
		return { error: `${error.name}: ${error.message}` };
	}
}
