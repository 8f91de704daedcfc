"""What happens to stations and hub in a world of leases: lines cut, clocks wrong, deaths, backups, comebacks."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta

from app.models.succession import Loss
from benchmarks.lease_hubs import Hub, Lost
from benchmarks.lease_stations import Backup, Gone, Station, Variant

START = datetime(2026, 10, 9, 1, 0, tzinfo=UTC)


class Fates:
    """Stations and a hub that carries what they write."""

    def __init__(self, seed: int, variant: Variant) -> None:
        self.chance = random.Random(seed)
        self.variant = variant
        self.now: datetime = START
        self.stations = [Station(f"s{place}", self._wrong()) for place in range(self.chance.randint(3, 5))]
        #: Who drew the groups, and whoever came back from a backup of that station.
        self.authorities = self.stations[:1]
        self.hub = Hub(self.chance, self._come_between)
        self.kept = self.hub.copied()
        #: Backups that were put back, and whether of an authority; stations that are gone, until somebody says so.
        self.images: list[tuple[Backup, bool]] = []
        self.gone: list[str] = []
        self.busy = False
        self.count: Counter[str] = Counter()

    def _wrong(self) -> timedelta:
        return timedelta(minutes=self.chance.randint(-10, 10))

    def _exchange(self, station: Station) -> None:
        """A sync: what is written goes to the hub, what the hub has comes back; any trip may be lost."""
        if station.cut_until is not None and self.now < station.cut_until:
            self.count["cut off"] += 1
            return
        before = all(one.confirmed for one in station.losses)
        try:
            self.hub.sync(station, self.variant)
        except Lost:
            self.count["syncs cut"] += 1
        self._exchanged(station)
        self.count["succeeded"] += not before and all(one.confirmed for one in station.losses)

    def _exchanged(self, station: Station) -> None:
        """What a station does by itself after a sync."""

    def _come_between(self) -> None:
        """Another station syncs between two trips of one."""
        if not self.busy:
            self.busy = True
            self._exchange(self.chance.choice(self.stations))
            self.busy = False

    def _cut(self, station: Station) -> None:
        station.cut_until = self.now + timedelta(hours=self.chance.choice([2, 12, 60]))

    def _jump(self, station: Station) -> None:
        station.wrong = self._wrong()

    def _hub(self, _: Station) -> None:
        """The hub is backed up, goes back to its backup, or loses everything."""
        what = self.chance.choices(["keep", "restore", "lose"], [8, 5, 1])[0]
        if what == "keep":
            self.kept = self.hub.copied()
        elif what == "restore":
            self.hub.go_back(self.kept)
            self.count["hub restored"] += 1
        else:
            self.hub.lose()
            self.kept = self.hub.copied()
            self.count["hub lost"] += 1

    def _die(self, station: Station) -> None:
        """A station is gone for good, and with it what nobody has heard; another one is set up."""
        if (station not in self.authorities or len(self.authorities) > 1) and len(self.stations) < 9:
            self.stations.remove(station)
            self.authorities = [one for one in self.authorities if one is not station]
            self.gone.append(station.name)
            self.count["gone for good"] += 1
            self.stations.append(Station(f"n{self.count['gone for good']}", self._wrong()))

    def _copy(self, station: Station) -> None:
        station.copy(self.now, self.hub.number)

    def _declare(self, _: Station) -> None:
        """A supervisor says of a station that is gone that it is, where leases are granted."""
        if self.gone:
            name = self.gone.pop(0)
            for one in self.authorities:
                one.own.append(Gone(name, self.now + one.wrong))
            self.count["declared gone"] += 1

    def _disaster(self, _: Station) -> None:
        """Hub and authority go back to their backups in the same days."""
        for act in self.chance.sample([self._restore, self._go_back], 2):
            act(self.authorities[0])
            self.now += timedelta(minutes=self.chance.choice([5, 40, 240]))

    def _go_back(self, _: Station) -> None:
        self.hub.go_back(self.kept)
        self.count["hub restored"] += 1

    def _restore(self, station: Station) -> None:
        """A station breaks and comes back from its backup, the authority of the leases too."""
        if (kept := station.backup) is None:
            return
        authority = station in self.authorities
        self.count["authority restored" if authority else "station restored"] += 1
        again = self._put_back(kept)
        self.images.append((kept, authority))
        self.stations[self.stations.index(station)] = again
        self.authorities = [again if one is station else one for one in self.authorities]

    def _twin(self, _: Station) -> None:
        """A backup that was put back is put back on another machine as well, and both go on."""
        if self.images and len(self.stations) < 9:
            kept, authority = self.chance.choice(self.images)
            self.stations.append(self._put_back(kept))
            self.authorities += self.stations[-1:] if authority else []
            self.count["put back twice"] += 1

    def _put_back(self, kept: Backup) -> Station:
        """Return a station as its backup has it, under a fresh name."""
        fresh = self.variant.fresh_name
        self.count["put back"] += 1
        name = f"r{self.count['put back']}" if fresh else kept.name
        again = Station(name, self._wrong(), heard=dict(kept.heard), hub_number=kept.hub_number)
        again.losses = kept.losses
        if fresh:
            again.heard[kept.name] = kept.own
            confirmed = not self.variant.waits_for_hub
            again.losses += (Loss(kept.name, kept.at, self.now + again.wrong, confirmed),)
        else:
            again.own = list(kept.own)
        return again
