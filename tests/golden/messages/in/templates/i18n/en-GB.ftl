theme = Colour scheme
notes_titel = Notes
terms_count = { $form ->
        [one] { $nmber } term
       *[other] { $number } of { $languages } terms
    }
forgotten = Nobody asks for this
next = Next { -brand }, { unknown_one } { NUMBER($number) }
