/** AWS's JSON protocols over loopback: the server of every stand-in, and a client for them. */
@NullMarked
package dev.rampart.local.protocol;

import org.jspecify.annotations.NullMarked;
