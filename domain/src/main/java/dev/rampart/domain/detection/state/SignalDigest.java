package dev.rampart.domain.detection.state;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalKind;
import java.util.Optional;

/** A signal with all that is told apart in it hashed once, for the states of all its subjects. */
public final class SignalDigest {
  private final long timeMillis;
  private final long id;
  private final DetectionPoint point;
  private final double weight;
  private final int target;
  private final Optional<String> siteName;
  private final Optional<String> networkName;
  private final int site;
  private final int network;
  private final int credential;
  private final int agent;

  /** Hashes a signal; all who share states use the same hash. */
  public SignalDigest(Signal signal, KeyedHash hash) {
    this.timeMillis = signal.observedAt().toEpochMilli();
    this.point = signal.point();
    this.id = Observation.id(timeMillis, point, hash.hash(signal.id().text()));
    this.weight = signal.weight();
    this.target = BucketSet.bucket(signal.targetHash(hash));
    Optional<IpAddress> address = signal.source().address();
    this.siteName = address.map(IpAddress::site);
    this.networkName = address.map(IpAddress::network);
    this.site = bucket(siteName, hash);
    this.network = bucket(networkName, hash);
    this.credential =
        point.kind() == SignalKind.TOKEN_INVALID
            ? bucket(signal.source().principal().or(signal.source()::apiKeyId), hash)
            : Observation.UNKNOWN;
    this.agent =
        point.kind().isCounterEvidence()
            ? Observation.UNKNOWN
            : bucket(signal.source().userAgentHash(), hash);
  }

  private static int bucket(Optional<String> name, KeyedHash hash) {
    return name.isPresent() ? BucketSet.bucket(hash.hash(name.get())) : Observation.UNKNOWN;
  }

  /** Returns whether somebody read an object of his own, which no rule about sources counts. */
  public boolean isObjectRead() {
    return point.kind() == SignalKind.OBJECT_OK;
  }

  /** Returns the name of the source, see {@link IpAddress#site}. */
  public Optional<String> site() {
    return siteName;
  }

  /** Returns the name of its network, see {@link IpAddress#network}. */
  public Optional<String> network() {
    return networkName;
  }

  /** Returns what the state of its source keeps: which credential was refused, if it has a name. */
  public Observation forSource() {
    return observation(credential, agent);
  }

  /**
   * Returns what the state of a principal, a key or an account keeps: from which network it was.
   */
  public Observation fromNetwork() {
    return observation(network, Observation.UNKNOWN);
  }

  /** Returns what the state of a group of sources keeps: from which of them it was. */
  public Observation fromSite() {
    return observation(site, Observation.UNKNOWN);
  }

  /** Returns what a state keeps that is not to know where it came from. */
  public Observation fromNowhere() {
    return observation(Observation.UNKNOWN, Observation.UNKNOWN);
  }

  private Observation observation(int origin, int from) {
    return new Observation(timeMillis, id, point, weight, target, origin, from);
  }
}
