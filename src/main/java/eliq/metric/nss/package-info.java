/**
 * Metrics from natural scene statistics, as their authors' code computes them: NIQE (Mittal, Soundararajan, Bovik, 2013),
 * IL-NIQE (Zhang, Zhang, Bovik, 2015) and BRISQUE (Mittal, Moorthy, Bovik, 2012). All arithmetic is double precision.
 */
package eliq.metric.nss;
