package eliq.app.models;

import eliq.app.follow.FollowedJob;

/**
 * A model on its way here.
 *
 * @param model as it was asked for
 */
public record Download(String model, FollowedJob job) {}
