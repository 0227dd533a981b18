/** Stage 1 of the method: quality-aware instruction tuning of a multimodal model, and the critic that comes of it. */
package eliq.critic;
