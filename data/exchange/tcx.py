"""Activities in a TCX file (Training Center XML, schema version 2)."""

from dataclasses import dataclass
from datetime import datetime

from data.exchange.recording import Recording, moment, number, written_offset
from data.exchange.xml_stream import read_elements


def recordings(data: bytes) -> list[Recording]:
    """Every Activity of a TCX file, in its order; courses and workouts are none. Raises `Unreadable`."""
    document = _Activities()
    read_elements(data, "TrainingCenterDatabase", "TCX", document)
    return [activity.recording() for activity in document.activities]


@dataclass
class _Activity:
    sport: str
    notes: str = ""
    id_text: str = ""
    lap_start: datetime | None = None
    first_point: datetime | None = None
    last_point: datetime | None = None
    lap_metres: float = 0.0
    lap_seconds: float = 0.0
    metres_before_reset: float = 0.0
    odometer: float = 0.0

    def pass_point(self, at: datetime) -> None:
        self.first_point = min(self.first_point or at, at)
        self.last_point = max(self.last_point or at, at)

    def turn_odometer(self, metres: float) -> None:
        """Trackpoints count from the start of the activity; with some watches anew in each lap."""
        if metres < self.odometer:
            self.metres_before_reset += self.odometer
        self.odometer = metres

    def recording(self) -> Recording:
        start = self.lap_start or self.first_point or (moment(self.id_text) if self.id_text else None)
        elapsed = None
        if self.first_point and self.last_point:
            elapsed = (self.last_point - self.first_point).total_seconds()
        return Recording(
            start=start,
            metres=self.lap_metres or self.metres_before_reset + self.odometer,
            seconds=self.lap_seconds or elapsed,
            sport=self.sport,
            name=self.notes,
            utc_offset=written_offset(start),
        )


class _Activities:
    def __init__(self) -> None:
        self.activities: list[_Activity] = []
        self._inside = False

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Activity":
            self.activities.append(_Activity(attributes.get("Sport", "")))
            self._inside = True
        elif name == "Lap" and self._inside and self.activities[-1].lap_start is None:
            self.activities[-1].lap_start = (
                moment(attributes["StartTime"]) if "StartTime" in attributes else None
            )

    def closed(self, name: str, parent: str, text: str) -> None:
        if name == "Activity":
            self._inside = False
        if not self._inside or not text:
            return
        activity = self.activities[-1]
        match parent, name:
            case "Activity", "Id":
                activity.id_text = text
            case "Activity", "Notes":
                activity.notes = text
            case "Lap", "TotalTimeSeconds":
                activity.lap_seconds += number(text)
            case "Lap", "DistanceMeters":
                activity.lap_metres += number(text)
            case "Trackpoint", "Time":
                if at := moment(text):
                    activity.pass_point(at)
            case "Trackpoint", "DistanceMeters":
                activity.turn_odometer(number(text))
