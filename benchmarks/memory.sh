# Sourced by the commands of this folder: memory PID prints how much a run has in all its processes.
memory() {
  awk '/^Rss/ {rss += $2} /^Pss:/ {pss += $2} END {
    printf "%d processes: %d MB resident, %d MB if pages that they share count once\n",
      ARGC - 1, rss / 1024, pss / 1024
  }' $(for each in "$1" $(pgrep -P "$1"); do echo "/proc/$each/smaps_rollup"; done)
}
