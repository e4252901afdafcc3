package dev.rampart.local.attack;

import dev.rampart.local.client.MachineTokens;
import dev.rampart.local.client.Subscriber;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A mixed attack on a running instance.
 *
 * @param length without the moments after it in which the last findings come
 * @param out where is told who begins, and at the end what was found of whom
 */
public record AttackPlay(Instance instance, Duration length, PrintWriter out) {
  /** Plays of one length differ in nothing but what the machine makes of them. */
  private static final long SEED = 13;

  private static final Duration AFTERMATH = Duration.ofSeconds(20);

  private static final List<String> PROGRAM_SCOPES =
      List.of("rampart/submissions.read", "rampart/submissions.write");

  /**
   * Refuses to play on a machine that lacks addresses, as macOS does by default.
   *
   * @throws IOException naming the first one that is missing and how to get it
   */
  public static void requireAddresses() throws IOException {
    for (String address : Cast.addresses()) {
      try {
        new ServerSocket(0, 1, InetAddress.ofLiteral(address)).close();
      } catch (IOException e) {
        throw new IOException(
            address
                + " is no address of this machine, and --attack calls from it; on macOS: sudo"
                + " ifconfig lo0 alias "
                + address,
            e);
      }
    }
  }

  /**
   * Plays it to its end.
   *
   * @throws IOException if nobody can sign in or subscribe
   */
  public void run(UserTokens users, PlayClock clock)
      throws IOException, SignInException, InterruptedException {
    SplittableRandom random = new SplittableRandom(SEED);
    try (MachineTokens machine = machine();
        Cast cast = new Cast(instance, members(users, machine, clock), random.split());
        Subscriber subscriber = Subscriber.to(instance, "ThreatDetected");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Player> players = cast.players();
      Scorecard card = new Scorecard(players);
      AtomicBoolean isOver = new AtomicBoolean();
      Future<Void> listening = threads.submit(listener(subscriber, clock, card, isOver));
      try {
        List<Future<Void>> playing = new ArrayList<>();
        for (Player player : players) {
          List<Duration> turns = player.schedule().turns(length, random.split());
          playing.add(threads.submit(actor(player, turns, clock, card.tally(player))));
        }
        for (Future<Void> one : playing) {
          join(one);
        }
        clock.await(length.plus(AFTERMATH));
        isOver.set(true);
        join(listening);
      } finally {
        // Or an interrupt, or a fault of one, would wait for all others.
        threads.shutdownNow();
      }
      out.println("attack: over; who took part, and what was found of whom:");
      card.print(out);
    }
  }

  private MachineTokens machine() {
    Instance.MachineClient program = instance.machineClient();
    return new MachineTokens(URI.create(instance.signInUrl()), program.id(), program.secret());
  }

  private static Cast.Members members(UserTokens users, MachineTokens machine, PlayClock clock)
      throws IOException, SignInException, InterruptedException {
    return new Cast.Members(
        Member.signedIn(() -> users.of("ann"), clock),
        Member.signedIn(() -> users.of("bob"), clock),
        Member.signedIn(() -> users.of("rita"), clock),
        Member.signedIn(() -> machine.token(PROGRAM_SCOPES), clock));
  }

  private static Callable<Void> listener(
      Subscriber subscriber, PlayClock clock, Scorecard card, AtomicBoolean isOver) {
    return () -> {
      while (!isOver.get()) {
        subscriber.receive().forEach(event -> card.take(event.path("detail"), clock.elapsed()));
      }
      return null;
    };
  }

  private Callable<Void> actor(Player player, List<Duration> turns, PlayClock clock, Tally tally) {
    return () -> {
      for (int turn = 0; turn < turns.size(); turn++) {
        clock.await(turns.get(turn));
        if (turn == 0) {
          announce(player, clock.elapsed());
        }
        act(player.move(), turn, tally);
      }
      return null;
    };
  }

  private static void act(Move move, int turn, Tally tally) throws InterruptedException {
    try {
      tally.answered(move.make(turn));
    } catch (IOException | SignInException _) {
      tally.unanswered();
    }
  }

  private void announce(Player player, Duration at) {
    out.printf(
        "attack: %s %s %s %s%n",
        Scorecard.time(at),
        player.addresses().getFirst(),
        player.isHostile() ? "attacks:" : "is honest:",
        player.role());
    out.flush();
  }

  private static void join(Future<Void> task) throws InterruptedException, IOException {
    try {
      task.get();
    } catch (ExecutionException e) {
      throw new IOException("the attack ended early", e.getCause());
    }
  }
}
