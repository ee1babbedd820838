"""Activities in a GPX file (versions 1.0 and 1.1)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from data.exchange.recording import Recording, Unreadable, moment, written_offset
from data.exchange.xml_stream import read_elements

# A device that loses its satellites or its battery goes on in a new track; a second outing of the day
# rarely follows within half an hour.
LONGEST_BREAK = timedelta(minutes=30)


def recordings(data: bytes) -> list[Recording]:
    """The outings of a GPX file in order of time, those without any time last; routes are none.

    A track is one outing, whatever its segments; tracks of one type that follow each other within half
    an hour are one as well. What lies between two segments counts neither as distance nor as time.
    Raises `Unreadable`.
    """
    document = _Tracks()
    read_elements(data, "gpx", "GPX", document)
    return [_recording(outing) for outing in _outings([track for track in document.tracks if track.segments])]


@dataclass
class _Segment:
    metres: float = 0.0
    first: datetime | None = None
    last: datetime | None = None
    position: tuple[float, float] | None = None

    def pass_time(self, at: datetime) -> None:
        self.first = min(self.first or at, at)
        self.last = max(self.last or at, at)


@dataclass
class _Track:
    name: str = ""
    sport: str = ""
    segments: list[_Segment] = field(default_factory=list)

    def start(self) -> datetime | None:
        return min((segment.first for segment in self.segments if segment.first), default=None)

    def end(self) -> datetime | None:
        return max((segment.last for segment in self.segments if segment.last), default=None)


class _Tracks:
    def __init__(self) -> None:
        from gpxpy import geo

        self.tracks: list[_Track] = []
        self._segment: _Segment | None = None
        self._distance = geo.distance

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        if name == "trk":
            self.tracks.append(_Track())
        elif name == "trkseg":
            self._segment = _Segment()
        elif name == "trkpt" and self._segment:
            self._move(self._segment, _position(attributes))

    def _move(self, segment: _Segment, position: tuple[float, float]) -> None:
        if segment.position:
            segment.metres += self._distance(*segment.position, None, *position, None)
        segment.position = position

    def closed(self, name: str, parent: str, text: str) -> None:
        match parent, name:
            case "trkpt", "time" if self._segment and (at := moment(text)):
                self._segment.pass_time(at)
            case "trk", "trkseg" if self._segment:
                if self._segment.position:
                    self.tracks[-1].segments.append(self._segment)
                self._segment = None
            case "trk", "name":
                self.tracks[-1].name = text
            case "trk", "type":
                self.tracks[-1].sport = text


def _position(attributes: dict[str, str]) -> tuple[float, float]:
    """Latitude and longitude in degrees; raises `Unreadable` for a point that lies nowhere on earth."""
    try:
        latitude, longitude = float(attributes["lat"]), float(attributes["lon"])
    except (KeyError, ValueError):
        raise Unreadable("is damaged: a track point has no position; export it again") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise Unreadable("is damaged: a track point lies nowhere on earth; export it again")
    return latitude, longitude


def _outings(tracks: list[_Track]) -> list[_Track]:
    timed = [(start, track) for track in tracks if (start := track.start())]
    timed.sort(key=lambda pair: pair[0])
    outings: list[_Track] = []
    for start, track in timed:
        former = outings[-1] if outings else None
        end = former.end() if former else None
        if former and end and former.sport == track.sport and timedelta(0) <= start - end <= LONGEST_BREAK:
            outings[-1] = _Track(former.name or track.name, track.sport, former.segments + track.segments)
        else:
            outings.append(track)
    return outings + [track for track in tracks if track.start() is None]


def _recording(outing: _Track) -> Recording:
    start = outing.start()
    spans = [s.last - s.first for s in outing.segments if s.first and s.last]
    return Recording(
        start=start,
        metres=sum(segment.metres for segment in outing.segments),
        seconds=sum(spans, timedelta(0)).total_seconds() if spans else None,
        sport=outing.sport,
        name=outing.name,
        utc_offset=written_offset(start),
    )
