package eliq.app;

import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;

/** What a section of the desktop is put together from. */
record Desk(Services services, StatusViewModel status, Navigation navigation) {}
