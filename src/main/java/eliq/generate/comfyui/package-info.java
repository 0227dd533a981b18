/**
 * A ComfyUI server as image generator and editor: its protocol, and workflows for the models that the method uses. What a
 * running server does was taken from version 0.3.64.
 */
package eliq.generate.comfyui;
