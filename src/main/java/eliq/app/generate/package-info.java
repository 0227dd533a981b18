/** From prompts to sets of pairs: the prompt bank, the backends that draw, the plan and the run. */
package eliq.app.generate;
