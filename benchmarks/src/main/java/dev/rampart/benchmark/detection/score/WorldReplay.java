package dev.rampart.benchmark.detection.score;

import dev.rampart.benchmark.detection.peer.Alert;
import dev.rampart.benchmark.detection.peer.AlertResponse;
import dev.rampart.benchmark.detection.peer.PeerRule;
import dev.rampart.benchmark.detection.world.Campaign;
import dev.rampart.benchmark.detection.world.World;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule on one world. An alert is true if a campaign has its subject and lasts at its time, or
 * ended or begins within half an hour. On a subject that no campaign has it is false; on a subject
 * that a campaign has at another time it is neither.
 *
 * <p>A signature or everything is nobody's own, and is judged more strictly: at another time an
 * alert is false, before the campaign it is false too, and an alarm that was on in the half hour
 * before a campaign, while there was none, has not found it. One that goes on after a campaign that
 * it found, without two hours of silence, tells nothing new and is neither. An alert on everything
 * is about the point of its signal.
 */
final class WorldReplay {

  private static final Duration TOLERANCE = Duration.ofMinutes(30);
  private static final Duration SILENCE = Duration.ofHours(2);
  private static final String NOBODY = "nobody";
  private static final Subject EVERYTHING = new Subject(SubjectKind.GLOBAL, "*");

  /** A campaign while it goes on. */
  private static final class Progress {
    private final Campaign campaign;
    private int arrived;
    private int delay;

    private Progress(Campaign campaign) {
      this.campaign = campaign;
    }

    private boolean lasts(Instant at, boolean nobodysOwn) {
      Instant from = nobodysOwn ? campaign.from() : campaign.from().minus(TOLERANCE);
      return !at.isBefore(from) && !at.isAfter(campaign.to().plus(TOLERANCE));
    }

    private boolean beganSoonAfter(@Nullable Instant alert) {
      return alert != null && alert.plus(TOLERANCE).isAfter(campaign.from());
    }
  }

  private record Key(String alert, Subject subject, boolean isFalse) {
    Key inTrue() {
      return new Key(alert, subject, false);
    }
  }

  private final World world;
  private final List<Progress> campaigns;
  private final Map<Subject, List<Progress>> bySubject = new HashMap<>();
  private final Map<SignalId, Progress> bySignal = new HashMap<>();
  private final Map<Key, Instant> last = new HashMap<>();
  private final Map<Key, Instant> lastOutside = new HashMap<>();
  private final List<WorldScore.Incident> incidents = new ArrayList<>();
  private final Set<Subject> blocked = new HashSet<>();

  private WorldReplay(World world) {
    this.world = world;
    this.campaigns = world.campaigns().stream().map(Progress::new).toList();
    for (Progress progress : campaigns) {
      Campaign campaign = progress.campaign;
      campaign
          .subjects()
          .forEach(
              subject -> bySubject.computeIfAbsent(subject, _ -> new ArrayList<>()).add(progress));
      campaign.signals().forEach(signal -> bySignal.put(signal.id(), progress));
    }
  }

  static WorldScore of(World world, PeerRule rule) {
    WorldReplay replay = new WorldReplay(world);
    for (Signal signal : world.signals()) {
      Progress progress = replay.bySignal.remove(signal.id());
      if (progress != null) {
        progress.arrived++;
      }
      rule.take(signal).forEach(replay::judge);
    }
    return replay.score();
  }

  private void judge(Alert alert) {
    if (alert.response() == AlertResponse.INFORM) {
      return;
    }
    Instant at = alert.signal().observedAt();
    Subject subject = subject(alert);
    boolean nobodysOwn = isNobodysOwn(subject);
    List<Progress> accused = bySubject.getOrDefault(subject, List.of());
    List<Progress> meant = accused.stream().filter(one -> one.lasts(at, nobodysOwn)).toList();
    boolean isFalse = meant.isEmpty() && (accused.isEmpty() || nobodysOwn);
    Key key = new Key(alert.name(), subject, isFalse);
    if (isFalse) {
      lastOutside.put(key.inTrue(), at);
    }
    if (isFalse && nobodysOwn && isOpen(key.inTrue(), at)) {
      last.put(key.inTrue(), at);
      return;
    }
    for (Progress progress : meant) {
      boolean wasOn = nobodysOwn && progress.beganSoonAfter(lastOutside.get(key));
      if (progress.delay == 0 && !wasOn) {
        progress.delay = progress.arrived;
      }
    }
    if (isFalse && alert.response() == AlertResponse.BLOCK) {
      blocked.add(subject);
    }
    if (opensIncident(key, at) && (isFalse || !meant.isEmpty())) {
      String trap = isFalse ? world.traps().getOrDefault(subject, NOBODY) : "";
      incidents.add(new WorldScore.Incident(alert.name(), trap));
    }
  }

  private static Subject subject(Alert alert) {
    return alert.subject().equals(EVERYTHING)
        ? new Subject(SubjectKind.GLOBAL, alert.signal().point().name())
        : alert.subject();
  }

  private static boolean isNobodysOwn(Subject subject) {
    return subject.kind() == SubjectKind.SIGNATURE || subject.kind() == SubjectKind.GLOBAL;
  }

  private boolean opensIncident(Key key, Instant at) {
    boolean opens = !isOpen(key, at);
    last.put(key, at);
    return opens;
  }

  private boolean isOpen(Key key, Instant at) {
    Instant before = last.get(key);
    return before != null && !before.isBefore(at.minus(SILENCE));
  }

  private WorldScore score() {
    return new WorldScore(
        campaigns.stream()
            .map(one -> new WorldScore.CampaignScore(one.campaign.family(), one.delay))
            .toList(),
        List.copyOf(incidents),
        (int) blocked.stream().filter(subject -> subject.kind() == SubjectKind.IP).count(),
        world.erringSources());
  }
}
