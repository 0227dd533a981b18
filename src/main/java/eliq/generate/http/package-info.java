/** What all backends behind HTTP share: calls with timeouts and retries, and a look at the pictures that arrive. */
package eliq.generate.http;
