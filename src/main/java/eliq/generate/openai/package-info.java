/** Any endpoint of the form of OpenAI's images API: generations and edits. */
package eliq.generate.openai;
