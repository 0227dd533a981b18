package eliq.generate.comfyui;

import java.util.Optional;

/** What a server says over its WebSocket. Most events name the run they belong to. */
sealed interface ComfyEvent {

    /** The number of runs that wait or are being made, of all clients. */
    record Waiting(int remaining) implements ComfyEvent {}

    /** A run began. */
    record Started(String run) implements ComfyEvent {}

    /**
     * A node is being executed; without a node, the run has ended and its history is written.
     *
     * @param run absent after a reconnect
     */
    record Executing(Optional<String> run, Optional<String> node) implements ComfyEvent {}

    /** A sampler's step, counted from 1. */
    record Step(String run, int done, int total) implements ComfyEvent {}

    /** @param run absent in the old form of the frame */
    record Preview(Optional<String> run, byte[] picture) implements ComfyEvent {}

    /** A run failed or was interrupted; its history says more. */
    record Broken(String run) implements ComfyEvent {}

    /** A run ended well; its history may not be written yet. */
    record Succeeded(String run) implements ComfyEvent {}

    /** The socket ended; nothing comes any more. */
    record Lost(String why) implements ComfyEvent {}
}
