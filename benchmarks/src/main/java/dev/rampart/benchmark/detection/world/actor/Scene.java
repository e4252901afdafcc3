package dev.rampart.benchmark.detection.world.actor;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What all who act in one world share: the API, its users, and the addresses. */
public final class Scene {

  /** How long a world lasts. */
  public static final Duration LENGTH = Duration.ofHours(8);

  /** The points that not every deployment has. */
  private static final List<DetectionPoint> OPTIONAL =
      List.of(
          DetectionPoint.TOKEN_EXPIRED,
          DetectionPoint.TOKEN_FORGED,
          DetectionPoint.API_KEY_UNKNOWN,
          DetectionPoint.SCOPE_DENIED,
          DetectionPoint.MASS_ASSIGNMENT,
          DetectionPoint.OBJECT_OK,
          DetectionPoint.WAF_RATE);

  private static final int USER_AGENTS_MAX = 60;
  private static final List<String> RESOURCES =
      List.of("submissions", "orders", "customers", "invoices", "files", "reports", "devices");
  private static final List<String> CLIENTS = List.of("web", "mobile", "partner", "cli");
  private static final List<String> MEMBERS =
      List.of(
          "title",
          "description",
          "category",
          "email",
          "amount",
          "currency",
          "date",
          "name",
          "phone",
          "street",
          "city",
          "country",
          "quantity",
          "reference",
          "note",
          "tags",
          "status",
          "owner",
          "limit",
          "cursor");

  private final Addresses addresses;
  private final int people;
  private final int userAgents;
  private final double density;
  private final List<String> fields;
  private final List<String> routes;
  private final Set<DetectionPoint> reported = EnumSet.allOf(DetectionPoint.class);

  public Scene(Draw draw) {
    this.addresses = new Addresses(draw.uniform(0, 0.5));
    this.people = draw.logWhole(3_000, 100_000);
    this.userAgents = draw.logWhole(5, USER_AGENTS_MAX);
    this.density = draw.log(0.65, 1.5);
    this.fields = MEMBERS.subList(0, draw.whole(8, MEMBERS.size()));
    this.routes = RESOURCES.subList(0, draw.whole(2, RESOURCES.size()));
    double share = draw.uniform(0.2, 0.9);
    OPTIONAL.stream().filter(_ -> !draw.chance(share)).forEach(reported::remove);
  }

  /** Returns whether the gates of this world report that point. */
  public boolean reports(DetectionPoint point) {
    return reported.contains(point);
  }

  /**
   * Returns a number of honest sources, spread by a factor of three and by how busy the world is.
   */
  public int crowd(Draw draw, int mean) {
    return (int) Math.max(1, Math.round(mean * density * draw.log(0.58, 1.72)));
  }

  public Person person(Draw draw) {
    int number = draw.whole(1, people);
    return new Person("user-" + number, "sub-" + Integer.toHexString(number * 0x9E3779B1));
  }

  /** Returns different people. */
  public List<Person> people(Draw draw, int count) {
    int first = draw.whole(1, people);
    return IntStream.range(0, count)
        .map(i -> 1 + (first + i) % people)
        .mapToObj(n -> new Person("user-" + n, "sub-" + Integer.toHexString(n * 0x9E3779B1)))
        .toList();
  }

  /** Returns an address that nobody had, with a browser or program. */
  public Source visitor(Draw draw) {
    return at(draw, addresses.any(draw));
  }

  /** Returns somebody at this address. */
  public Source at(Draw draw, IpAddress address) {
    return Source.unknown()
        .withAddress(address)
        .withUserAgentHash("agent-" + draw.whole(1, userAgents));
  }

  /** Returns visitors of all kinds of networks, or of few: rented machines stand together. */
  public List<Source> visitors(Draw draw, int count) {
    boolean rented = draw.chance(0.3);
    List<String> networks =
        IntStream.range(0, draw.logWhole(1, 8)).mapToObj(_ -> addresses.slash16(draw)).toList();
    List<Source> visitors = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      visitors.add(rented ? at(draw, addresses.inNetwork(draw, draw.of(networks))) : visitor(draw));
    }
    return visitors;
  }

  /** Returns visitors of one network of 256 addresses. */
  public List<Source> neighbours(Draw draw, int count) {
    return addresses.inSlash24(draw, count).stream().map(address -> at(draw, address)).toList();
  }

  /** Returns so many addresses of one /64. */
  public List<Source> hosts(Draw draw, int count) {
    String site = addresses.ipv6Site(draw);
    return IntStream.range(0, count).mapToObj(_ -> at(draw, addresses.inSite(draw, site))).toList();
  }

  public String apiKey(Draw draw) {
    return "key-" + draw.hex(10);
  }

  public String client(Draw draw) {
    return draw.of(CLIENTS);
  }

  /** Returns the path of a collection, such as {@code /v1/orders}. */
  public String collection(Draw draw) {
    return "/v1/" + draw.of(routes);
  }

  /** Returns the name of a member of a body, or of a parameter. */
  public String field(Draw draw) {
    return "/" + draw.of(fields);
  }

  /** Returns the id of an object. */
  public String object(Draw draw) {
    return draw.hex(12);
  }
}
