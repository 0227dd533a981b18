package eliq.app.pairs;

import eliq.app.compare.Subject;
import eliq.app.picture.PictureLoader;
import eliq.image.ContentHash;
import java.util.ArrayList;
import java.util.List;

/** Loads a tuple's own pictures first and, when all are there, those of its neighbours. */
final class PicturesAhead {
    private final PairsViewModel model;
    private final PictureLoader<ContentHash> pictures;
    private final List<PictureLoader.Request> requests = new ArrayList<>();

    PicturesAhead(PairsViewModel model, PictureLoader<ContentHash> pictures) {
        this.model = model;
        this.pictures = pictures;
        model.shown()
                .compare()
                .subjectsProperty()
                .subscribe((List<Subject<ContentHash>> now) -> own(now));
    }

    private void own(List<Subject<ContentHash>> subjects) {
        requests.forEach(PictureLoader.Request::cancel);
        requests.clear();
        List<ContentHash> own = subjects.stream().map(Subject::key).distinct().toList();
        load(own, () -> load(model.ahead(), () -> {}));
    }

    private void load(List<ContentHash> keys, Runnable then) {
        List<ContentHash> wanted =
                keys.stream().filter(key -> pictures.cached(key).isEmpty()).toList();
        if (wanted.isEmpty()) {
            then.run();
            return;
        }
        int[] left = {wanted.size()};
        for (ContentHash key : wanted) {
            requests.add(
                    pictures.load(
                            key,
                            _ -> {
                                if (--left[0] == 0) {
                                    then.run();
                                }
                            }));
        }
    }
}
