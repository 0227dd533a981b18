/** AUTOMATIC1111's web UI and Forge, which is built on it, as image generators: their {@code /sdapi/v1}. */
package eliq.generate.webui;
