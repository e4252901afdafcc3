package dev.rampart.local.attack;

import dev.rampart.local.client.ApiClient;
import dev.rampart.local.identity.client.SignInClient;
import dev.rampart.local.stack.instance.Instance;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who takes part, and with what. */
final class Cast implements AutoCloseable {
  /** Each in a network of its own, or what one does would speak against its neighbours. */
  private static final String WEB_CLIENT = "127.0.1.1";

  private static final String PROGRAM = "127.0.2.1";
  private static final String SCANNER = "127.0.3.1";
  private static final String GUESSER = "127.0.4.1";
  private static final String STUFFER = "127.0.5.1";
  private static final String FORGER = "127.0.6.1";
  private static final String ENUMERATOR = "127.0.7.1";
  private static final String FUZZER = "127.0.8.1";
  private static final String INJECTOR = "127.0.9.1";
  private static final List<String> BOTNET =
      IntStream.range(10, 34).mapToObj("127.0.%d.1"::formatted).toList();

  private final Instance instance;
  private final Members members;
  private final SplittableGenerator random;
  private final List<ApiClient> clients = new ArrayList<>();

  Cast(Instance instance, Members members, SplittableGenerator random) {
    this.instance = instance;
    this.members = members;
    this.random = random;
  }

  /** Those who have a token. */
  record Members(Member ann, Member bob, Member rita, Member program) {}

  /** Returns the addresses that have to be those of this machine. */
  static List<String> addresses() {
    return Stream.concat(
            Stream.of(
                WEB_CLIENT,
                PROGRAM,
                SCANNER,
                GUESSER,
                STUFFER,
                FORGER,
                ENUMERATOR,
                FUZZER,
                INJECTOR),
            BOTNET.stream())
        .toList();
  }

  /** Returns them in the order in which they begin. */
  List<Player> players() {
    return Stream.of(honest(), strangers(), thieves()).flatMap(List::stream).toList();
  }

  private List<Player> honest() {
    return List.of(
        new Player(
            "uses the API from a browser",
            false,
            List.of(WEB_CLIENT),
            principal("ann"),
            Schedule.of(0, 100, 3000),
            MemberMoves.use(user(members.ann(), WEB_CLIENT))),
        new Player(
            "repeats one fault, as broken programs do",
            false,
            List.of(PROGRAM),
            principal("ann"),
            Schedule.timer(10_000),
            MemberMoves.repeatFault(user(members.ann(), PROGRAM))));
  }

  private List<Player> strangers() {
    return List.of(
        stranger(
            "scans for forgotten files",
            List.of(SCANNER),
            Schedule.of(5, 35, 600),
            AnonymousMoves.scan(client(SCANNER))),
        stranger(
            "guesses one account's password",
            List.of(GUESSER),
            Schedule.of(12, 45, 2500),
            SignInMoves.guess(signIn(GUESSER))),
        stranger(
            "tries stolen passwords of many accounts",
            List.of(STUFFER),
            Schedule.of(20, 60, 2000),
            SignInMoves.stuff(signIn(STUFFER))),
        stranger(
            "forges tokens",
            List.of(FORGER),
            Schedule.of(30, 60, 1500),
            AnonymousMoves.forge(client(FORGER), instance.apiKey(), random.split())),
        stranger(
            "sends one attack from many addresses",
            BOTNET,
            Schedule.of(70, 100, 800),
            AnonymousMoves.spread(BOTNET.stream().map(this::client).toList())));
  }

  private static Player stranger(
      String role, List<String> addresses, Schedule schedule, Move move) {
    return new Player(role, true, addresses, Optional.empty(), schedule, move);
  }

  private List<Player> thieves() {
    return List.of(
        new Player(
            "asks for objects of others",
            true,
            List.of(ENUMERATOR),
            principal("bob"),
            Schedule.of(40, 75, 900),
            MemberMoves.enumerate(user(members.bob(), ENUMERATOR), random.split())),
        new Player(
            "fuzzes the schema",
            true,
            List.of(FUZZER),
            principal("rita"),
            Schedule.of(50, 80, 1200),
            MemberMoves.fuzz(user(members.rita(), FUZZER))),
        new Player(
            "injects with a program's stolen token",
            true,
            List.of(INJECTOR),
            Optional.of(instance.machineClient().id()),
            Schedule.of(60, 90, 2500),
            MemberMoves.inject(user(members.program(), INJECTOR))));
  }

  private Optional<String> principal(String user) {
    return Optional.of(instance.user(user).sub());
  }

  private Member.ActingUser user(Member member, String address) {
    return member.calling(client(address), instance.apiKey());
  }

  private ApiClient client(String address) {
    ApiClient client = new ApiClient(instance.baseUrl(), InetAddress.ofLiteral(address));
    clients.add(client);
    return client;
  }

  private SignInClient signIn(String address) {
    return SignInClient.of(instance.signInUrl(), instance.clientId(), instance.redirectUri())
        .from(InetAddress.ofLiteral(address));
  }

  @Override
  public void close() {
    clients.forEach(ApiClient::close);
  }
}
