"""Malformed facts."""


class InputError(Exception):
    """Malformed facts. OPEN-1: answered as {"error": "input", "path": …}; wins over every lawful refusal.

    `code` is the code of the library's issue where a specification names one (monthly.md 7).
    """

    def __init__(self, path, expected, code=None):
        super().__init__(expected)
        self.path = path
        self.code = code

    def inside(self, place):
        """The same fault, of a record that stands at `place` of a larger one."""
        return InputError(f"{place}.{self.path}", str(self), self.code)

    def answer(self):
        told = {"error": "input", "path": self.path, "expected": str(self)}
        return told if self.code is None else {**told, "code": self.code}


def only_fields(request, known):
    if not known.issuperset(request):
        raise InputError(next(field for field in request if field not in known), "a known field")
