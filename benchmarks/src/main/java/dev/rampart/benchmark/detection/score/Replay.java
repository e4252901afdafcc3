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

/**
 * One rule on one world. An alert is true if a campaign has its subject and lasts at its time, or
 * ended or begins within half an hour. On a subject that no campaign has it is false. On a subject
 * that a campaign has at another time it is neither, unless the subject is a signature or
 * everything, which are nobody's own: then it is false.
 */
final class Replay {

  private static final Duration TOLERANCE = Duration.ofMinutes(30);
  private static final Duration SILENCE = Duration.ofHours(2);
  private static final String NOBODY = "nobody";

  /** A campaign while it goes on. */
  private static final class Progress {
    private final Campaign campaign;
    private int arrived;
    private int delay;

    private Progress(Campaign campaign) {
      this.campaign = campaign;
    }

    private boolean lasts(Instant at) {
      return !at.isBefore(campaign.from().minus(TOLERANCE))
          && !at.isAfter(campaign.to().plus(TOLERANCE));
    }
  }

  private record Key(String alert, Subject subject) {}

  private final World world;
  private final List<Progress> campaigns;
  private final Map<Subject, List<Progress>> bySubject = new HashMap<>();
  private final Map<SignalId, Progress> bySignal = new HashMap<>();
  private final Map<Key, Instant> open = new HashMap<>();
  private final List<WorldScore.Incident> incidents = new ArrayList<>();
  private final Set<Subject> blocked = new HashSet<>();

  private Replay(World world) {
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
    Replay replay = new Replay(world);
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
    List<Progress> accused = bySubject.getOrDefault(alert.subject(), List.of());
    List<Progress> meant = accused.stream().filter(progress -> progress.lasts(at)).toList();
    for (Progress progress : meant) {
      if (progress.delay == 0) {
        progress.delay = progress.arrived;
      }
    }
    boolean isFalse = meant.isEmpty() && (accused.isEmpty() || isNobodysOwn(alert.subject()));
    if (isFalse && alert.response() == AlertResponse.BLOCK) {
      blocked.add(alert.subject());
    }
    if (opensIncident(alert, at) && (isFalse || !meant.isEmpty())) {
      String trap = isFalse ? world.traps().getOrDefault(alert.subject(), NOBODY) : "";
      incidents.add(new WorldScore.Incident(alert.name(), trap));
    }
  }

  private static boolean isNobodysOwn(Subject subject) {
    return subject.kind() == SubjectKind.SIGNATURE || subject.kind() == SubjectKind.GLOBAL;
  }

  private boolean opensIncident(Alert alert, Instant at) {
    Instant last = open.put(new Key(alert.name(), alert.subject()), at);
    return last == null || last.isBefore(at.minus(SILENCE));
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
