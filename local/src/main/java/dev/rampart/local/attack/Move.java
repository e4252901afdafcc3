package dev.rampart.local.attack;

import dev.rampart.local.identity.client.SignInException;
import java.io.IOException;

/** What a player does at a turn. */
@FunctionalInterface
interface Move {

  /**
   * Does it.
   *
   * @param turn counts from 0
   * @return the gate that refused; an empty text if none did
   */
  String make(int turn) throws IOException, InterruptedException, SignInException;
}
