"""Who acts in the treaty cycle of the demo: its accounts as actors."""

from qorgau.access.actor import Actor
from qorgau.access.roles import SAYS, Role
from qorgau.lawbook import Language


def _actor(account: str, role: Role, body: str) -> Actor:
    return Actor(
        account=account, name=account, role=role, body=body, said_by=SAYS[role][0], language=Language.EN
    )


COUNCIL = _actor("demo-council", Role.COUNCIL_SECRETARY, "interagency_council")
COUNCIL_SECOND = _actor("demo-council-second", Role.COUNCIL_SECRETARY, "interagency_council")
FOCAL_POLICE = _actor("demo-focal-mia", Role.FOCAL_POINT, "mia")
FOCAL_PROSECUTOR = _actor("demo-focal-prosecutor", Role.FOCAL_POINT, "prosecutors_office")
MINISTER = _actor("demo-minister", Role.MINISTER_OFFICE, "mia")
COALITION = _actor("demo-coalition", Role.NGO_WORKER, "coalition")
NPM = _actor("demo-npm", Role.NPM_MEMBER, "npm")
