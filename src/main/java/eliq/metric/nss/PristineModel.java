package eliq.metric.nss;

/**
 * The multivariate Gaussian that the features of sound photographs follow.
 *
 * @param mean [size]
 * @param covariance of the same size
 */
record PristineModel(double[] mean, SymmetricMatrix covariance) {}
