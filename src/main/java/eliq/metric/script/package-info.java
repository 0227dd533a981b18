/** Any metric as a TorchScript file with a small JSON card: exported once elsewhere, it runs here like the others. */
package eliq.metric.script;
