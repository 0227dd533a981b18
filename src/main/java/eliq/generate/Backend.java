package eliq.generate;

import java.util.List;

/** A place where pictures are made, with one or more models: a server, a folder, the painter. */
public interface Backend {

    /** As configured; the first part of its generators' names. */
    String name();

    /** Its generators; needs no answer of the backend. */
    List<ImageGenerator> generators();

    /** Its editors; needs no answer of the backend. */
    List<ImageEditor> editors();

    /** Asks it how it is: never throws, but says what is wrong. Takes seconds at most. */
    Health check();
}
