package eliq.catalog;

import eliq.image.ContentHash;

/** What the positive is compared with. */
public sealed interface NegativeContent {

    /** A worse image for the tuple's prompt. */
    record Image(ContentHash hash) implements NegativeContent {}

    /** The positive image under a prompt that does not describe it. */
    record WrongPrompt(String text) implements NegativeContent {}
}
