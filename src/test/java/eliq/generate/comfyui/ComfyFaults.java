package eliq.generate.comfyui;

import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong at a {@link FakeComfyUi}; may be changed while it runs. */
public final class ComfyFaults {
    /** Runs stay in the queue for ever. */
    public volatile boolean holdQueue;

    /** Runs begin and then do nothing for ever. */
    public volatile boolean stall;

    /** The class of the node that fails in every run; empty: none. */
    public volatile String failingNode = "";

    /** How many of the next pictures are black. */
    public final AtomicInteger blackPictures = new AtomicInteger();

    /** How many of the next answers of /view end in the middle. */
    public final AtomicInteger cutAnswers = new AtomicInteger();

    /** How many of the next saved files lack their second half though all that there is arrives. */
    public final AtomicInteger cutFiles = new AtomicInteger();

    /** How many of the next runs are queued without an answer to who asked. */
    public final AtomicInteger unansweredPrompts = new AtomicInteger();

    /** WebSockets are refused. */
    public volatile boolean noSockets;

    /** WebSockets open and then say nothing. */
    public volatile boolean silentSockets;

    /** All WebSockets are closed after this many steps of the next run, which goes on when its client is back; 0: never. */
    public final AtomicInteger closeSocketsAtStep = new AtomicInteger();

    /** The whole server dies after this many steps of the next run; 0: never. */
    public final AtomicInteger dieAtStep = new AtomicInteger();

    /** Seeds above are refused. */
    public volatile long greatestSeed = Long.MAX_VALUE;

    /** Everyone hears of the steps of a run that is not theirs. */
    public volatile boolean strangersSteps;

    /** Every prompt is queued and answered with 200 and an error of a node. */
    public volatile boolean droppedOutput;

    /** Every prompt is answered with plain text and this status; 0: properly. */
    public volatile int promptStatus;

    /** Milliseconds that a step takes. */
    public volatile long stepMillis;
}
