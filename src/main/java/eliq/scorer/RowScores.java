package eliq.scorer;

/**
 * @param visual s_vis [rows]
 * @param alignment s_ali [rows]
 */
record RowScores(double[] visual, double[] alignment) {}
