"""How much each piece of evidence counts, heaviest first.

Written by `benchmarks/fit_signals.py`: change the messages instead.
"""

from routing.core.lexicon.listing import weights
from routing.core.policy import Task

SIGNAL_WEIGHTS: dict[str, dict[str, float]] = {
    "requires_analysis": weights(
        """
        -8.13 always, 3.05 over 140, 2.67 weighing, 2.51 later turn, 2.51 over 80,
        2.10 diagnosing, 1.77 asks in a row, 1.62 planning, 1.59 either or, 1.35
        list, 1.21 question over 12, -1.17 summary, 1.15 weighing hint, -1.08 tips,
        -0.97 product, 0.79 thinking, 0.78 limits, -0.75 asked plan, 0.68 plan, 0.66
        asks 3, 0.56 asked thinking, -0.55 writing, 0.54 asks 2, 0.54 planning hint,
        0.42 over 250, 0.40 over 40, 0.38 basic, -0.38 over 500, -0.37 personal,
        -0.34 fiction, 0.33 ideas, -0.30 despair, 0.27 draft, -0.27 asked limits,
        0.14 diagnosing hint, 0.11 question over 20
        """
    ),
    "requires_creativity": weights(
        """
        -5.53 always, 2.71 ideas, 2.01 writing, -1.72 not new, 1.52 over 40, 1.43
        genres, -1.42 over 140, -1.39 basic, 1.26 asked making, 1.25 writing hint,
        -1.13 product, -1.04 summary, 0.99 asked fiction, 0.96 asked quantity, 0.93
        later turn, 0.85 asked amusement, -0.80 asked thinking, 0.54 quantity, 0.52
        amusement, 0.51 ideas hint, 0.41 over 80, 0.39 fiction, -0.39 tips, 0.06
        making, -0.06 asked genres
        """
    ),
    "simple": weights(
        """
        -5.01 draft, -4.27 over 80, -2.37 ideas, -2.30 personal, -2.30 over 140,
        2.18 basic, 1.79 question, -1.74 over 40, -1.50 question over 12, -1.27
        summary, -1.06 despair, -1.04 weighing, 0.96 always, -0.96 diagnosing hint,
        0.91 greeting, -0.86 asks 2, -0.84 planning, -0.82 writing, -0.78 asks in a
        row, 0.77 tips, -0.75 feelings, -0.72 adjusting, -0.66 later turn, 0.65
        push, -0.65 genres, 0.62 service, -0.56 asked quantity, 0.53 product, -0.46
        diagnosing, -0.35 making, -0.32 asks 3, -0.30 over 250, -0.27 trivia, 0.26
        asked making, 0.25 not new, -0.24 list, -0.15 planning hint, -0.12 question
        over 20, -0.10 asked genres, -0.07 either or
        """
    ),
    "faq": weights(
        """
        -4.85 always, 3.89 product, 2.04 product hint, -1.38 family, -1.32 feelings,
        -1.22 home, -1.19 over 140, 1.15 service, -1.15 later turn, 1.04 asked
        service, -0.90 hiring, -0.85 writing, -0.85 workplace, -0.80 diagnosing,
        -0.77 enterprise, -0.76 learning, -0.75 fiction, 0.74 question, -0.64 food,
        -0.62 not product, -0.54 ideas, -0.51 partner, -0.37 weighing, -0.34
        errands, -0.28 summary
        """
    ),
}

TASK_WEIGHTS: dict[Task, dict[str, float]] = {
    "advice": weights(
        """
        1.37 home, 1.30 before errands, 1.14 food, -1.06 always, 1.04 errands, -0.92
        diagnosing, 0.90 somebody, -0.87 planning, 0.85 before home, 0.80 asking
        help, 0.79 question, 0.70 family, -0.67 over 250, -0.67 trivia, -0.66
        enterprise, -0.66 summary, -0.61 writing, -0.53 effort, 0.52 partner, 0.52
        over 40, -0.51 over 80, -0.49 before workplace, 0.47 weighing, 0.46
        personal, -0.44 push, -0.44 over 140, -0.44 self, -0.42 genres, 0.42
        illness, -0.41 direction, -0.40 hiring, -0.40 quantity, -0.40 amusement,
        0.39 before mind, -0.38 product, -0.38 ideas, -0.37 before plan, -0.37
        adjusting, -0.35 before family, -0.34 handling, -0.34 service, 0.34 list,
        0.33 not product, 0.33 money, 0.32 friends, 0.32 before illness, 0.32
        greeting, -0.31 mind, 0.31 before money, 0.30 despair, 0.29 not new, 0.28
        before service, -0.28 telling, 0.28 thinking, -0.26 before greeting, 0.25
        limits, 0.25 before handling, 0.25 occupations, -0.23 before push, -0.23
        weighing hint, 0.22 before I am, 0.21 basic, -0.20 before friends, 0.19
        before making, -0.19 making, -0.18 before food, 0.18 before effort, -0.17
        over 500, -0.17 I am, 0.15 before telling, -0.15 before quantity, -0.14
        before hiring, 0.14 product hint, -0.13 before limits, -0.12 before genres,
        -0.11 draft, 0.10 between people, -0.09 before amusement, -0.09 before
        somebody, -0.09 workplace, -0.08 planning hint, -0.07 plan, 0.07 tips, -0.07
        before learning, 0.06 before trivia, 0.06 later turn
        """
    ),
    "brainstorm": weights(
        """
        2.14 ideas, 1.09 diagnosing hint, 1.09 not new, 1.00 quantity, -0.83 I am,
        0.75 amusement, 0.65 weighing hint, -0.65 limits, -0.63 product hint, 0.62
        genres, -0.56 basic, -0.50 between people, -0.49 planning hint, 0.48
        service, -0.46 push, 0.42 food, 0.39 over 40, -0.39 diagnosing, 0.38 tips,
        -0.37 asking help, 0.34 before genres, -0.34 self, -0.33 writing, -0.33
        direction, 0.33 weighing, -0.33 summary, 0.31 occupations, 0.31 over 140,
        -0.31 despair, 0.28 always, -0.27 product, -0.26 draft, -0.26 errands, -0.25
        greeting, 0.25 over 80, -0.25 later turn, 0.25 before workplace, 0.24
        trivia, -0.24 mind, 0.23 before family, 0.19 before amusement, -0.19
        fiction, -0.19 adjusting, -0.17 before effort, -0.17 thinking, -0.17
        question, -0.16 before telling, 0.16 before plan, -0.16 home, -0.14 telling,
        -0.14 partner, -0.13 money, 0.13 before enterprise, -0.12 not product, -0.12
        before somebody, -0.11 before thinking, 0.11 before errands, -0.11 before
        between people, -0.10 plan, -0.09 handling, -0.09 before push, -0.09 list,
        0.09 before handling, -0.09 before limits, 0.09 personal, -0.09 before I am,
        -0.08 over 250, 0.08 feelings, 0.08 before occupations, -0.07 before
        greeting, 0.07 family, -0.06 friends, 0.06 workplace, -0.06 effort, 0.05
        illness
        """
    ),
    "career": weights(
        """
        2.56 hiring, 1.71 workplace, 1.64 before workplace, -0.88 family, 0.83
        before hiring, -0.82 diagnosing hint, 0.76 over 250, -0.71 summary, -0.69
        friends, 0.65 asking help, -0.64 partner, 0.59 telling, 0.57 making, 0.56
        draft, 0.55 weighing hint, -0.52 service, 0.52 mind, -0.52 before errands,
        -0.51 before push, -0.51 over 40, 0.50 before feelings, 0.48 weighing, 0.43
        writing, 0.40 before thinking, -0.40 trivia, -0.40 quantity, 0.40 somebody,
        -0.39 before food, 0.39 before telling, -0.35 home, -0.34 food, 0.33 before
        I am, -0.32 planning, -0.32 before family, -0.32 tips, -0.32 fiction, -0.30
        greeting, 0.29 personal, 0.28 basic, -0.27 before money, -0.27 before mind,
        -0.27 over 500, -0.26 over 140, -0.25 product, 0.25 always, -0.23 despair,
        -0.23 handling, -0.21 before somebody, 0.20 list, -0.20 before between
        people, -0.20 ideas, -0.19 before home, -0.19 not product, -0.19 before
        enterprise, -0.19 not new, 0.18 question, -0.18 money, 0.18 before learning,
        -0.18 direction, -0.17 before service, -0.17 before limits, 0.17 I am, 0.17
        errands, 0.16 occupations, -0.14 before partner, -0.13 product hint, -0.13
        later turn, 0.13 over 80, 0.12 enterprise, -0.12 before amusement, -0.10
        before effort, -0.10 before plan, -0.10 plan, -0.09 before illness, -0.09
        before genres, -0.09 before greeting, -0.09 self, -0.08 before occupations,
        -0.07 feelings, -0.06 push, 0.06 between people, -0.06 amusement, 0.05
        planning hint
        """
    ),
    "coaching": weights(
        """
        1.89 self, -1.04 effort, 0.94 feelings, 0.94 over 80, -0.78 despair, 0.75
        diagnosing, -0.67 draft, -0.60 before errands, 0.59 later turn, 0.59 I am,
        -0.58 before I am, -0.57 workplace, 0.56 before feelings, -0.55 between
        people, 0.52 before mind, -0.51 ideas, -0.51 product, -0.51 hiring, 0.50
        diagnosing hint, -0.49 before partner, -0.48 before handling, -0.47 before
        effort, -0.47 adjusting, -0.46 weighing, -0.46 before workplace, -0.45
        fiction, 0.45 over 40, -0.45 not product, 0.43 mind, 0.42 asking help, -0.42
        summary, -0.42 weighing hint, -0.41 direction, -0.41 food, -0.39 somebody,
        -0.38 before family, -0.37 before between people, -0.36 greeting, -0.34
        money, -0.34 before hiring, 0.34 before limits, -0.34 before somebody, 0.33
        before self, -0.31 product hint, -0.31 list, -0.29 limits, -0.29 before
        food, -0.28 before home, 0.27 before quantity, 0.26 home, -0.26 over 250,
        -0.25 push, 0.24 always, 0.23 writing, -0.22 family, 0.21 over 500, -0.21
        planning, 0.20 illness, 0.20 before greeting, -0.18 before learning, 0.17
        before thinking, -0.16 amusement, 0.16 over 140, -0.16 planning hint, -0.16
        errands, 0.16 telling, 0.15 before genres, -0.14 before service, -0.14
        before telling, -0.13 before plan, 0.13 enterprise, 0.13 learning, -0.12
        before illness, 0.12 occupations, -0.11 before trivia, 0.11 genres, 0.11
        question, 0.11 before push, -0.11 before money, 0.09 basic, -0.09 friends,
        -0.08 before direction, -0.08 partner, 0.07 personal, 0.06 plan, 0.06 before
        enterprise, -0.05 before making, 0.05 thinking
        """
    ),
    "development_plan": weights(
        """
        2.02 learning, 1.55 planning, 1.05 plan, 0.99 before plan, -0.97 always,
        0.82 adjusting, 0.62 limits, 0.62 planning hint, 0.60 tips, 0.55 before
        food, -0.53 money, -0.53 home, -0.51 not new, -0.50 weighing, -0.48 telling,
        0.47 I am, 0.46 before handling, 0.42 over 40, -0.40 somebody, -0.36
        errands, -0.35 diagnosing, -0.33 over 80, -0.33 thinking, -0.33 partner,
        -0.32 before mind, 0.30 question, -0.28 hiring, 0.28 asking help, 0.28
        before learning, 0.27 later turn, -0.26 self, -0.26 effort, -0.25 service,
        -0.23 draft, 0.21 before friends, -0.20 before telling, -0.19 mind, -0.19
        not product, 0.19 basic, -0.19 diagnosing hint, 0.18 over 140, 0.16 writing,
        -0.16 before effort, -0.16 greeting, -0.16 push, -0.16 product, -0.15 before
        family, -0.15 ideas, 0.15 list, 0.14 before trivia, -0.14 product hint,
        -0.14 workplace, -0.14 summary, -0.14 weighing hint, -0.13 quantity, -0.12
        before home, -0.12 illness, 0.12 before illness, -0.11 trivia, 0.11 before
        genres, 0.10 before greeting, -0.10 before feelings, -0.09 enterprise, 0.08
        handling, 0.08 before asking help, -0.08 before errands, -0.08 before I am,
        -0.08 before between people, -0.07 before workplace, 0.07 before push, -0.07
        before somebody, 0.07 friends, -0.06 occupations, -0.06 before thinking,
        -0.06 feelings, -0.05 before partner, -0.05 before limits
        """
    ),
    "motivation": weights(
        """
        2.21 push, 1.55 effort, 0.87 before effort, 0.83 diagnosing, -0.68 asking
        help, -0.67 family, 0.60 handling, -0.58 between people, -0.58 before
        feelings, 0.55 planning hint, -0.55 money, -0.54 somebody, 0.51 adjusting,
        0.51 always, 0.50 limits, -0.49 plan, 0.48 over 80, -0.47 planning, -0.43
        hiring, -0.42 feelings, 0.41 writing, 0.40 before push, -0.39 direction,
        0.39 over 40, 0.38 illness, -0.38 before thinking, -0.38 draft, -0.36
        enterprise, 0.36 before money, -0.36 question, -0.36 weighing, -0.35 genres,
        -0.34 despair, -0.32 ideas, 0.30 before limits, -0.28 telling, 0.28
        workplace, -0.28 before family, -0.26 before between people, -0.25 service,
        0.25 I am, -0.25 before greeting, -0.25 fiction, -0.24 over 250, -0.24
        errands, -0.23 before workplace, 0.22 before errands, -0.21 diagnosing hint,
        0.21 before mind, -0.20 before somebody, -0.19 learning, -0.19 product hint,
        -0.18 before plan, -0.18 before genres, -0.17 friends, -0.17 before
        enterprise, -0.17 product, -0.16 trivia, -0.15 before telling, -0.15
        personal, 0.14 before I am, -0.13 basic, -0.13 occupations, -0.13 quantity,
        -0.12 thinking, -0.12 home, -0.10 before partner, -0.09 before self, -0.09
        mind, -0.08 before illness, -0.08 amusement, -0.08 weighing hint, -0.08
        partner, 0.08 summary, 0.07 later turn, -0.07 before food, -0.07 not new,
        0.06 not product, 0.06 over 140, 0.06 making, -0.05 over 500
        """
    ),
    "other": weights(
        """
        2.97 always, 1.93 fiction, 1.64 trivia, -1.43 question, 1.30 despair, -0.89
        later turn, -0.86 limits, 0.76 greeting, -0.76 basic, -0.71 partner, -0.68
        asking help, -0.66 over 40, 0.64 feelings, -0.63 service, 0.63 handling,
        -0.62 push, -0.59 tips, -0.57 learning, -0.55 quantity, -0.53 somebody,
        -0.50 workplace, -0.47 before mind, -0.46 hiring, 0.44 genres, -0.42 draft,
        -0.42 before workplace, 0.42 before greeting, -0.41 errands, -0.40 before
        telling, 0.36 before illness, -0.34 home, -0.33 over 140, 0.33 between
        people, 0.31 writing, 0.31 I am, 0.30 thinking, -0.30 direction, 0.29 not
        product, -0.28 friends, -0.27 planning hint, -0.27 illness, -0.25 self,
        -0.25 adjusting, -0.25 telling, -0.24 mind, 0.24 ideas, -0.23 before
        handling, -0.22 before genres, 0.22 before quantity, 0.20 money, -0.19
        personal, -0.18 product, -0.16 making, -0.16 not new, -0.15 before limits,
        0.15 before making, 0.15 effort, 0.14 plan, -0.14 before effort, -0.14
        diagnosing, -0.13 before family, -0.13 before errands, 0.13 weighing hint,
        -0.12 before push, -0.12 planning, -0.12 diagnosing hint, 0.12 family, -0.11
        occupations, -0.10 before between people, -0.10 summary, -0.10 over 80,
        -0.10 food, 0.10 amusement, -0.09 enterprise, -0.08 before trivia, -0.08
        before learning, -0.07 before somebody, 0.07 before feelings, -0.06 before
        partner, -0.06 before home, -0.06 before I am
        """
    ),
    "product_faq": weights(
        """
        2.26 product, 1.70 product hint, 1.49 service, -0.56 feelings, 0.49
        question, -0.48 home, -0.46 always, -0.41 writing, -0.38 family, -0.36 I am,
        -0.35 somebody, -0.35 over 40, -0.34 hiring, -0.33 between people, -0.33
        food, -0.33 learning, -0.33 thinking, -0.33 over 80, -0.32 weighing hint,
        0.31 mind, -0.28 workplace, -0.26 before telling, -0.25 errands, -0.24 later
        turn, -0.21 limits, 0.21 effort, -0.20 making, -0.19 enterprise, -0.18
        genres, -0.18 not new, -0.18 push, -0.17 handling, -0.17 basic, -0.17
        trivia, -0.17 draft, -0.16 tips, 0.16 before I am, -0.16 direction, -0.15
        over 140, -0.14 planning hint, -0.14 greeting, -0.12 partner, -0.12 summary,
        -0.12 before somebody, -0.11 fiction, 0.11 money, -0.10 weighing, -0.10
        asking help, -0.09 before thinking, -0.09 ideas, -0.09 friends, -0.08
        illness, -0.08 before effort, -0.08 despair, -0.07 amusement, -0.07 before
        feelings, -0.07 quantity, -0.07 not product, 0.07 telling, -0.07 before
        errands, -0.07 before between people, -0.07 self, -0.07 before handling,
        0.07 diagnosing hint, -0.06 before mind, -0.05 plan
        """
    ),
    "relationship": weights(
        """
        1.83 between people, 1.42 partner, 1.33 family, 1.18 before somebody, 1.15
        friends, 1.11 before between people, 1.04 somebody, -0.93 workplace, 0.74
        before family, 0.74 before partner, -0.70 plan, -0.68 enterprise, 0.66
        telling, -0.66 ideas, -0.64 learning, -0.63 illness, 0.61 before food, -0.61
        before workplace, -0.60 fiction, 0.57 limits, 0.56 draft, -0.53 handling,
        -0.52 personal, -0.50 summary, -0.47 occupations, -0.45 diagnosing hint,
        -0.42 mind, 0.42 asking help, 0.41 planning, 0.40 over 40, -0.40 hiring,
        -0.40 before mind, -0.39 before illness, -0.38 effort, 0.37 over 250, -0.36
        before enterprise, 0.35 over 500, -0.33 amusement, -0.31 weighing, -0.30
        before plan, 0.28 writing, -0.25 service, -0.25 feelings, 0.24 before
        telling, 0.23 making, -0.23 before thinking, 0.23 over 140, 0.22 always,
        0.22 basic, 0.20 despair, -0.20 list, 0.19 genres, -0.16 before making, 0.16
        before push, -0.15 before hiring, -0.15 planning hint, -0.15 self, -0.15
        product hint, 0.15 adjusting, 0.15 greeting, -0.15 money, -0.14 not product,
        0.13 before greeting, 0.13 diagnosing, -0.13 product, -0.13 weighing hint,
        -0.13 before self, 0.13 before genres, 0.12 home, 0.11 before trivia, -0.11
        food, 0.11 I am, -0.10 direction, -0.09 before money, -0.09 before effort,
        -0.09 trivia, -0.09 before handling, 0.08 before amusement, 0.08 before I
        am, -0.07 before service, 0.07 quantity, -0.07 question, -0.05 thinking,
        0.05 before friends
        """
    ),
    "strategy": weights(
        """
        2.38 direction, 1.26 enterprise, -0.87 always, 0.83 money, 0.80 before
        enterprise, 0.73 basic, 0.69 before family, 0.66 weighing, -0.64 over 40,
        -0.62 limits, 0.56 not product, 0.53 over 140, -0.47 asking help, 0.45
        before mind, 0.44 question, 0.43 before workplace, -0.42 not new, 0.39
        planning hint, 0.37 amusement, -0.36 family, 0.34 thinking, -0.33 telling,
        -0.32 workplace, 0.32 before direction, -0.32 handling, 0.29 before push,
        -0.28 feelings, 0.28 before effort, 0.28 diagnosing hint, 0.26 diagnosing,
        -0.26 service, -0.24 writing, -0.23 before feelings, 0.23 mind, 0.23
        weighing hint, -0.21 between people, -0.20 before home, -0.19 I am, -0.19
        somebody, -0.18 trivia, -0.18 before thinking, -0.16 genres, 0.16 planning,
        -0.16 learning, -0.15 product, 0.15 summary, -0.15 self, 0.15 plan, -0.14
        greeting, 0.14 over 80, -0.14 before greeting, 0.14 over 250, -0.13 before
        quantity, -0.13 before between people, -0.13 before hiring, -0.13 adjusting,
        -0.13 before handling, -0.12 product hint, -0.12 illness, -0.11 friends,
        -0.10 personal, -0.10 making, -0.09 home, -0.08 errands, -0.08 push, -0.07
        food, 0.07 later turn, -0.07 draft, -0.07 before somebody, -0.06 before
        food, -0.06 before I am, 0.06 tips, 0.05 quantity, -0.05 hiring, -0.05
        before service, -0.05 before learning
        """
    ),
    "summary": weights(
        """
        2.75 summary, 1.19 draft, -1.12 always, 0.78 workplace, 0.68 limits, -0.65
        over 80, 0.58 errands, 0.56 before telling, 0.56 quantity, 0.54 enterprise,
        0.51 service, 0.48 before thinking, 0.46 later turn, -0.42 over 40, 0.41
        money, 0.37 effort, 0.35 handling, -0.34 I am, 0.34 hiring, 0.31 home, -0.30
        planning hint, 0.30 telling, -0.28 question, -0.28 over 140, 0.28 family,
        -0.27 asking help, -0.25 weighing hint, -0.23 writing, -0.23 genres, -0.22
        weighing, -0.22 product hint, 0.21 before between people, 0.21 before
        service, 0.21 partner, 0.19 before handling, -0.19 learning, -0.18
        diagnosing hint, -0.18 making, -0.17 before errands, -0.17 food, -0.17
        before enterprise, -0.15 between people, 0.14 not new, -0.14 amusement, 0.14
        greeting, -0.13 diagnosing, 0.13 before partner, -0.12 before direction,
        0.12 illness, 0.12 plan, 0.12 before somebody, -0.10 before effort, -0.10
        ideas, -0.09 self, -0.08 before feelings, -0.08 basic, 0.08 push, -0.07 not
        product, 0.07 somebody, -0.07 before food, -0.07 despair, -0.06 before I am,
        -0.06 list, -0.06 direction, 0.06 thinking, -0.06 product, -0.06 trivia,
        -0.05 before genres, -0.05 adjusting, -0.05 before push
        """
    ),
}
