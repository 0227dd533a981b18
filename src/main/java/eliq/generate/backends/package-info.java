/** The backends of a workspace: what is configured, and the generators and editors that come of it. */
package eliq.generate.backends;
