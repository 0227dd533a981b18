package eliq.nano;

import eliq.critic.CriticException;

/** Training pictures in groups of three that belong together. Safe for several threads. */
interface PictureGroups {

    /** Pictures of a group. */
    int SIZE = 3;

    /** @param number of the picture, three for each group */
    NanoPicture picture(long number) throws CriticException;
}
