package eliq.catalog;

/** One measured value of a run, such as the loss at a step. */
public record MetricPoint(String name, long step, double value) {}
