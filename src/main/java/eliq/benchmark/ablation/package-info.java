/**
 * What each part of the method is worth: the same supervision, a part of the method left out or replaced, the same
 * held-out prompts.
 */
package eliq.benchmark.ablation;
